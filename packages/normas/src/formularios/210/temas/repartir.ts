import { RENTAS } from './columnas.ts';
import type { Renta } from './columnas.ts';
import type { RenglonLeido } from './leer-respuestas.ts';
import type { Renglon } from './renglon.ts';
import type { ColumnaDeTema, Destino, Origen } from './tipos.ts';

type Final = Exclude<Destino, { segun: string }>;

/** A cell and the one place where it goes. */
export interface Aportado {
  de: Origen;
  celdas: Renglon;
  destino: Final;
}

/** Gross income of each class, in pesos: boxes 32, 43, 58 + 62 and 74 + 79. */
export type IngresosPorRenta = Readonly<Record<Renta, bigint>>;

const CASILLAS: Readonly<Record<Renta, readonly string[]>> = {
  trabajo: ['32'],
  costos: ['43'],
  capital: ['58', '62'],
  'no-laborales': ['74', '79'],
};

/** Takes each cell to its places; what depends on which income there was, once that is known. */
export function repartir(leidos: readonly RenglonLeido[]): {
  aportados: Aportado[];
  ingresos: IngresosPorRenta;
} {
  const todas = leidos.flatMap((leido) => leido.tema.columnas.map((columna) => ({ leido, columna })));
  const esDeRenta = ({ leido }: { leido: RenglonLeido }) => leido.tema.columnas.some((c) => c.siFalta);
  const sinElegir = todas.filter((t) => !esDeRenta(t)).flatMap((t) => aportesDe(t, undefined));
  const ingresos = Object.fromEntries(
    RENTAS.map((renta) => [renta, sumaDe(sinElegir, CASILLAS[renta])]),
  ) as Record<Renta, bigint>;
  const primera = RENTAS.find((r) => ingresos[r] > 0n) ?? 'trabajo';
  const eligiendo = todas.filter(esDeRenta).flatMap((t) => aportesDe(t, primera));
  return { aportados: [...sinElegir, ...eligiendo], ingresos };
}

function sumaDe(aportados: readonly Aportado[], casillas: readonly string[]): bigint {
  return aportados.reduce(
    (t, { de, destino }) =>
      'casilla' in destino && destino.ayuda === undefined && casillas.includes(destino.casilla)
        ? t + BigInt(de.valor)
        : t,
    0n,
  );
}

function aportesDe(
  { leido, columna }: { leido: RenglonLeido; columna: ColumnaDeTema },
  primera: Renta | undefined,
): Aportado[] {
  const { tema, renglon, celdas } = leido;
  const valor = celdas[columna.clave];
  if (valor === undefined) return [];
  const elegida = (clave: string): string | undefined => {
    const dada = celdas[clave];
    if (typeof dada === 'boolean') return dada ? 'si' : 'no';
    if (dada !== undefined) return String(dada);
    return tema.columnas.some((c) => c.clave === clave && c.siFalta) ? primera : undefined;
  };
  const resolver = (d: Destino): Final[] => {
    if (!('segun' in d)) return [d];
    const caso = d.casos[elegida(d.segun) ?? ''];
    return caso ? resolver(caso) : [];
  };
  const de: Origen = { tema: tema.clave, renglon, columna: columna.clave, valor };
  return [...(columna.destino ? [columna.destino] : []), ...(columna.tambien ?? [])]
    .flatMap(resolver)
    .map((destino) => ({ de, celdas, destino }));
}
