/** One way of breaking the program, and the spec that must notice. */
export interface Breakage {
  /** What is lost, in words. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The file that must turn red. */
  readonly spec: string;
  /** Only the tests whose name matches, where the whole file would take too long. */
  readonly test?: string;
}
