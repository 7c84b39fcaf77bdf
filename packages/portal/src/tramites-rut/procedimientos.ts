import { cancelacion } from './cancelacion/index.ts';
import { ceseIva } from './cese-iva/index.ts';
import type { Procedimiento } from './procedimiento/index.ts';
import { retiroInc } from './retiro-inc/index.ts';
import { retiroIva } from './retiro-iva/index.ts';

/** The procedures that are asked for, signed, verified and decided, in the order in which the pages of the RUT offer them. */
export const PROCEDIMIENTOS: readonly Procedimiento[] = [retiroIva, ceseIva, retiroInc, cancelacion];
