/** The built browser files: their names carry a hash, so they never change, and each lies beside itself compressed. */
export const COMO_SE_SIRVEN = {
  prefix: '/recursos/',
  preCompressed: true,
  immutable: true,
  maxAge: '365d',
  index: false,
} as const;
