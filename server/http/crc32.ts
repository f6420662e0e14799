/** The polynomial of CRC-32, its lowest power first. RFC 1952, 8 */
const POLYNOMIAL = 0xedb88320;
const LOWEST = 0x80000000;

/** Multiplies two polynomials modulo that of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = LOWEST; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= b;
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1;
  }
  return product >>> 0;
}

/** Returns the factor that moves a checksum past this many bytes: x to the power of their bits. */
export function shiftOf(bytes: number): number {
  let factor = LOWEST;
  // x to the power of 8, squared from one digit of the number to the next
  for (let square = LOWEST >>> 8, rest = bytes; rest > 0; rest >>>= 1) {
    if (rest & 1) factor = multiply(factor, square);
    square = multiply(square, square);
  }
  return factor;
}

/**
 * Returns the checksum of two texts, one after the other.
 * @param before the checksum of the first one
 * @param after the checksum of the second one, and its `shiftOf`
 */
export function joinChecksums(before: number, after: { crc: number; shift: number }): number {
  return (multiply(after.shift, before) ^ after.crc) >>> 0;
}
