import { formatearPesos } from '@autogestion/normas/dinero';
import { Tabla } from '../../../interfaz/index.ts';
import { totalDeRenglon, type Montos } from '../recibo.ts';

interface Renglon {
  /** «Renta de 2024» */
  cual: string;
  montos: Montos;
  /** What is still owed of it afterwards, where that is told. */
  queda?: bigint;
}

const PARTES = [
  ['Al impuesto', 'capital'],
  ['A la sanción', 'sancion'],
  ['A los intereses', 'interes'],
] as const;

/** What a slip pays of each debt, with only the columns that have something, and all of it. */
export function TablaDeVarias({ titulo, renglones }: { titulo: string; renglones: readonly Renglon[] }) {
  const partes = PARTES.filter(([, clave]) => renglones.some((r) => r.montos[clave] > 0n));
  const conLoQueQueda = renglones.some((r) => r.queda !== undefined);
  const sumar = (de: (r: Renglon) => bigint) => renglones.reduce((s, r) => s + de(r), 0n);
  const fila = (cual: string, de: (f: (r: Renglon) => bigint) => bigint) => [
    cual,
    ...partes.map(([, clave]) => formatearPesos(de((r) => r.montos[clave]))),
    <strong>{formatearPesos(de((r) => totalDeRenglon(r.montos)))}</strong>,
    ...(conLoQueQueda ? [formatearPesos(de((r) => r.queda ?? 0n))] : []),
  ];
  return (
    <Tabla
      titulo={titulo}
      columnas={[
        { titulo: 'Deuda' },
        ...partes.map(([parte]) => ({ titulo: parte, numerica: true })),
        { titulo: 'Se paga', numerica: true },
        ...(conLoQueQueda ? [{ titulo: 'Queda debiendo', numerica: true }] : []),
      ]}
      conCabezas
      filas={[
        ...renglones.map((r) => fila(r.cual, (f) => f(r))),
        ...(renglones.length > 1 ? [fila('Total', sumar)] : []),
      ]}
    />
  );
}
