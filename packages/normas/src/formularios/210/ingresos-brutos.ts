/** Boxes that hold gross income, of work, capital, pensions, dividends and occasional gains alike. */
export const CASILLAS_DE_INGRESOS_BRUTOS = '32 43 58 62 74 79 99 104 107 108 109 112'.split(' ');
