import { anioDe } from '../fechas/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../uvt/index.ts';
import type { HechosDeObligaciones } from './hechos.ts';
import { noSeSabe, si } from './regla.ts';
import type { Contexto, Juicio, ReglaDeObligacion } from './regla.ts';

/**
 * Gross income of the year before from which IVA is declared every two months (ET 600). The article does
 * not say with which UVT: this office takes that of the year of the income.
 */
export const TOPE_IVA_BIMESTRAL = { uvt: 92_000n, delAnioDelIngreso: true, sinFuente: true } as const;

/** Natural persons of the SIMPLE with no more than this pay no receipts (DUR 1.5.8.3.7 par. 3). */
const TOPE_SIN_ANTICIPOS = 3_500n;

type Periodicidad = 'bimestral' | 'cuatrimestral';

const SIN_OPERACIONES = 'El período sin operaciones con IVA no se declara.';

/** IVA, consumption tax and the SIMPLE, which takes the place of both in part. */
export const REGLAS_IVA_Y_CONSUMO: readonly ReglaDeObligacion[] = [
  { obligaciones: ['iva-bimestral'], juzgar: (c) => iva(c, 'bimestral') },
  { obligaciones: ['iva-cuatrimestral'], juzgar: (c) => iva(c, 'cuatrimestral') },
  {
    obligaciones: ['iva-exterior'],
    juzgar: (c) =>
      c.tiene('46')
        ? si('Su RUT dice que presta servicios desde el exterior (código 46).', 'DUR 1.6.1.13.2.30 par. 4')
        : undefined,
  },
  { obligaciones: ['inc-bimestral'], juzgar: consumo },
  {
    obligaciones: ['simple-anual'],
    juzgar: (c) =>
      c.tiene('47')
        ? si(`En ${c.anio} estuvo en el SIMPLE (código 47).`, 'DUR 1.6.1.13.2.50; ET 910')
        : undefined,
  },
  {
    obligaciones: ['simple-iva-anual'],
    juzgar: (c) =>
      c.tiene('47') && c.tiene('48')
        ? si(
            `En ${c.anio} estuvo en el SIMPLE y fue responsable de IVA (códigos 47 y 48).`,
            'DUR 1.6.1.13.2.51; ET 915',
          )
        : undefined,
  },
  { obligaciones: ['simple-anticipo'], juzgar: anticipoDelSimple },
];

function iva(c: Contexto, periodicidad: Periodicidad): Juicio | undefined {
  if (!c.tiene('48') || c.tiene('47')) return undefined;
  const articulo = `ET 600; DUR 1.6.1.13.2.${periodicidad === 'bimestral' ? '30' : '31'}`;
  const juicio = periodicidadDelIva(c);
  if (juicio.periodicidad === undefined) return noSeSabe('ingresosBrutos', juicio.razon, articulo);
  return juicio.periodicidad === periodicidad
    ? si(`${juicio.razon} ${SIN_OPERACIONES}`, articulo)
    : undefined;
}

function periodicidadDelIva(c: Contexto): { periodicidad?: Periodicidad; razon: string } {
  const bimestral = (razon: string) => ({ periodicidad: 'bimestral' as const, razon });
  if (c.granContribuyente) return bimestral('Es gran contribuyente (código 13): declara IVA cada dos meses.');
  if (c.tiene('19'))
    return bimestral('Produce bienes exentos o exporta (código 19): declara IVA cada dos meses.');
  const { inicioDeActividades } = c.hechos;
  if (inicioDeActividades !== undefined && anioDe(inicioDeActividades) === c.anio) {
    return bimestral(`Empezó en ${c.anio}: el primer año declara IVA cada dos meses.`);
  }
  const anterior = c.anio - 1;
  const llego = llegoAlTopeDeIva(c.hechos, anterior);
  if (typeof llego === 'string')
    return {
      razon: `Es cada dos meses si en ${anterior} recibió 92.000 UVT o más, y cada cuatro si recibió menos: ${llego}.`,
    };
  return llego
    ? bimestral(`En ${anterior} recibió 92.000 UVT o más: declara IVA cada dos meses.`)
    : {
        periodicidad: 'cuatrimestral',
        razon: `En ${anterior} recibió menos de 92.000 UVT: declara IVA cada cuatro meses.`,
      };
}

/** By the amount of that year, or because it was told; else what is missing to know. */
function llegoAlTopeDeIva({ ingresosBrutos, llegoAlTopeDeIva }: HechosDeObligaciones, anio: number) {
  const ingresos = ingresosBrutos?.[anio];
  if (ingresos === undefined) return llegoAlTopeDeIva?.[anio] ?? 'falta saber cuánto recibió';
  const tope = pesosDe(TOPE_IVA_BIMESTRAL.uvt, anio);
  return tope === undefined ? `la UVT de ${anio} no está cargada` : ingresos >= tope;
}

/** In the SIMPLE, that of meals and drinks is declared there; any other, apart. */
function consumo(c: Contexto): Juicio | undefined {
  if (!c.tiene('33')) return undefined;
  const articulo = 'DUR 1.6.1.13.2.32; ET 512-1, 512-6 y 915';
  const responsable = si('Es responsable del impuesto al consumo (código 33).', articulo);
  if (!c.tiene('47')) return responsable;
  const { consumoSoloDeComidas } = c.hechos;
  if (consumoSoloDeComidas !== undefined) return consumoSoloDeComidas ? undefined : responsable;
  return noSeSabe(
    'consumoSoloDeComidas',
    'El impuesto al consumo de comidas y bebidas se declara en el SIMPLE, y los demás aparte: falta saber de qué es el suyo.',
    articulo,
  );
}

/** ET 910; natural persons with little income file the annual return alone. */
function anticipoDelSimple(c: Contexto): Juicio | undefined {
  if (!c.tiene('47')) return undefined;
  const articulo = 'ET 910; DUR 1.6.1.13.2.52; DUR 1.5.8.3.7 par. 3 y 4';
  const obligado = si('Está en el SIMPLE (código 47): el anticipo se presenta aunque dé cero.', articulo);
  if (!c.personaNatural) return obligado;
  const pasos = [c.anio - 1, c.anio].map((anio) => {
    const ingresos = c.hechos.ingresosBrutos?.[anio];
    const tope = pesosDe(TOPE_SIN_ANTICIPOS, anio);
    return ingresos === undefined || tope === undefined ? undefined : ingresos > tope;
  });
  if (pasos.includes(true)) return obligado;
  if (pasos.every((paso) => paso === false)) return undefined;
  return noSeSabe(
    'ingresosBrutos',
    `Está en el SIMPLE (código 47); no presenta anticipos si ni en ${c.anio - 1} ni en ${c.anio} pasa de 3.500 UVT: falta saber cuánto ha recibido.`,
    articulo,
  );
}

function pesosDe(cantidad: bigint, anio: number): bigint | undefined {
  return uvtParaOrientar(anio).provisional ? undefined : enPesos(uvt(cantidad), anio).aproximado;
}
