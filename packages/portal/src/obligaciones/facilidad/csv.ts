import type { CuotaVista } from './paginas/cuotas.tsx';

/** The instalments for a spreadsheet: semicolons and whole pesos without points, as the ones of this country read. */
export function csvDeCuotas(cuotas: readonly CuotaVista[]): Buffer {
  const filas = cuotas.map((c) => [c.numero, c.fecha, c.capital, c.interes, c.total, c.saldo].join(';'));
  return Buffer.from(
    `\uFEFF${['cuota;hasta;de la deuda;intereses;paga;queda debiendo', ...filas].join('\r\n')}\r\n`,
  );
}
