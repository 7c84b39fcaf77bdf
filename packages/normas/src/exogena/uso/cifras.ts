import { formatoDeExogena } from '../formatos.ts';

/** The amounts of a record: not its codes nor its texts. Of a format that is not known here, all that is a number. */
export function cifrasDe(codigo: string, celdas: Readonly<Record<string, unknown>>): Record<string, number> {
  const formato = formatoDeExogena(codigo);
  return Object.fromEntries(
    Object.entries(celdas).flatMap(([campo, valor]) => {
      const tipo = formato?.porCampo.get(campo)?.tipo;
      const esCifra = formato ? tipo === 'pesos' || tipo === 'numero' : true;
      return esCifra && typeof valor === 'number' ? [[campo, valor]] : [];
    }),
  );
}

/** Whom a record is about, as its reporter wrote it: the company's name, or the person's in the order of their document. */
export const nombreReportado = (celdas: Readonly<Record<string, unknown>>): string =>
  (typeof celdas.raz === 'string' && celdas.raz !== '' ? ['raz'] : NOMBRES)
    .map((c) => celdas[c])
    .filter((v): v is string => typeof v === 'string' && v !== '')
    .join(' ');

/** Of most formats, and of 2276. */
const NOMBRES = ['apl1', 'apl2', 'nom1', 'nom2', 'pap', 'sap', 'pno', 'ono'];
