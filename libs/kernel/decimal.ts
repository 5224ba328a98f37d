import { Decimal as AnyDecimal } from 'decimal.js';
import type { Decimal } from './value.ts';

/**
 * The longest figure of a cell has 45 digits: sums and products of two are exact, and no quotient of two comes so near
 * to a half without being one that a hundred digits could hide it.
 */
const Exact = AnyDecimal.clone({ defaults: true, precision: 100, rounding: AnyDecimal.ROUND_HALF_UP });

const plainShape = /^-?\d+(?:\.\d+)?$/;

/** The canonical spelling of a decimal in plain digits: '007.50' is '7.5'. */
export function readDecimal(text: string): Decimal | undefined {
  return plainShape.test(text) ? spell(new Exact(text)) : undefined;
}

export function add(one: Decimal, other: Decimal): Decimal {
  return spell(new Exact(one).plus(other));
}

export function subtract(from: Decimal, amount: Decimal): Decimal {
  return spell(new Exact(from).minus(amount));
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return spell(new Exact(one).times(other));
}

/** Nothing can be divided by zero. */
export function divide(amount: Decimal, by: Decimal): Decimal | undefined {
  const divisor = new Exact(by);
  return divisor.isZero() ? undefined : spell(new Exact(amount).dividedBy(divisor));
}

/** Whether whole steps come to the amount; steps of zero come to nothing. */
export function isMultiple(amount: Decimal, step: Decimal): boolean {
  return new Exact(amount).modulo(step).isZero();
}

/** Of nothing below zero; what does not come out even is cut far behind every place that is printed. */
export function squareRoot(square: Decimal): Decimal {
  return spell(new Exact(square).squareRoot());
}

/** Below zero when the first is the smaller one, zero when they are the same. */
export function compare(one: Decimal, other: Decimal): number {
  return new Exact(one).comparedTo(other);
}

/** 四捨五入 by magnitude: a half goes away from zero, on either side of it. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return spell(new Exact(value).toDecimalPlaces(places, AnyDecimal.ROUND_HALF_UP));
}

/** Without exponent; decimal.js prints its negative zero as '0' here. */
function spell(value: AnyDecimal): Decimal {
  return value.toFixed();
}
