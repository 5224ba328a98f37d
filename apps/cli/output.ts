/** Where a command says what it has to say, line by line. */
export interface Output {
  line(text: string): Promise<void>;
}

/** Waits while whoever reads is slower than we are, and ends when he has gone: `meguri events | head`. */
export function standardOutput(): Output {
  const { stdout } = process;
  stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    async line(text) {
      if (!stdout.write(`${text}\n`)) await new Promise((resolve) => { stdout.once('drain', resolve); });
    },
  };
}
