import { readDecimal } from '../../../kernel/decimal.ts';
import type { Formula, FormulaFault, Sign } from './formula.ts';
import { formulaFunctions, type Argument } from './formula-functions.ts';
import { tokensOf, type Token } from './formula-tokens.ts';

/**
 * `settled / (budget + transfers)`: decimals, names of cells, + - * /, brackets and functions, as schemes write them.
 * Since ids may have hyphens, `a-b` is one name and `a - b` a difference.
 */
export function parseFormula(text: string): Formula | FormulaFault {
  const tokens = tokensOf(text);
  return 'message' in tokens ? tokens : new Parser(tokens).parse();
}

type Parsed = Formula | FormulaFault;

/** Weakest first. */
const precedence: readonly (readonly Sign[])[] = [['+', '-'], ['*', '/']];

const deepestNesting = 20;

class Parser {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Parsed {
    const formula = this.operation(0, 0);
    if (isFault(formula)) return formula;
    return this.token.kind === 'end' ? formula : faultAt(this.token, 'an operator is missing before this');
  }

  private operation(level: number, depth: number): Parsed {
    const signs = precedence[level];
    if (signs === undefined) return this.operand(depth);
    let left = this.operation(level + 1, depth);
    while (!isFault(left)) {
      const sign = signs.find((one) => this.takeSign(one));
      if (sign === undefined) return left;
      const right = this.operation(level + 1, depth);
      left = isFault(right) ? right : { kind: 'operation', sign, left, right };
    }
    return left;
  }

  private operand(depth: number): Parsed {
    const token = this.token;
    if (depth > deepestNesting) return faultAt(token, `a formula is nested at most ${deepestNesting} deep`);
    if (this.takeSign('-')) return this.negation(depth + 1);
    if (this.takeSign('(')) return this.closed(this.operation(0, depth + 1));
    if (token.kind === 'end') return faultAt(token, 'something is missing at the end');
    if (token.kind !== 'decimal' && token.kind !== 'name') return faultAt(token, 'a number, a name or a bracket belongs here');
    this.next += 1;
    if (token.kind === 'decimal') return { kind: 'constant', amount: readDecimal(token.text) ?? token.text };
    return this.takeSign('(') ? this.call(token, depth + 1) : { kind: 'sibling', name: token.text };
  }

  private negation(depth: number): Parsed {
    const operand = this.operand(depth);
    return isFault(operand) ? operand : { kind: 'negation', operand };
  }

  private call(name: Token, depth: number): Parsed {
    const known = formulaFunctions.get(name.text);
    if (known === undefined) return faultAt(name, `there is no function ${name.text}`);
    const given: Argument[] = [];
    if (!this.isSign(')')) {
      do {
        const argument = this.argument(depth);
        if (isFault(argument)) return argument;
        given.push(argument);
      } while (this.takeSign(','));
    }
    return this.closed(known.read(given) ?? faultAt(name, `this is written ${known.usage}`));
  }

  private argument(depth: number): Argument | FormulaFault {
    const { kind, text } = this.token;
    if (kind !== 'id') return this.operation(0, depth);
    this.next += 1;
    return { kind, id: text };
  }

  /** What was opened before it must end here. */
  private closed(inside: Parsed): Parsed {
    if (isFault(inside) || this.takeSign(')')) return inside;
    return faultAt(this.token, 'a closing bracket is missing here');
  }

  private takeSign(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.next += 1;
    return true;
  }

  private isSign(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign;
  }

  /** Nothing takes the end, so there is always one more. */
  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: 0 };
  }
}

function isFault(parsed: Argument | FormulaFault): parsed is FormulaFault {
  return 'message' in parsed;
}

function faultAt({ at }: Token, message: string): FormulaFault {
  return { at, message };
}
