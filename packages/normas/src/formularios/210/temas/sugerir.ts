import { formatearPesos } from '../../../dinero/index.ts';
import { TEMAS_210, temaDe } from './catalogo.ts';
import type { Renglon } from './renglon.ts';
import { informaDe, reglasDe } from './reportes.ts';
import type { Regla, Reporte } from './reportes.ts';
import type { RespuestasDeTemas } from './tipos.ts';

interface DeDonde {
  tipo: 'tercero' | 'declaracion-anterior' | 'rut' | 'facturas';
  informante?: Reporte['informante'];
  formato?: string;
  concepto?: string;
}

/** A row that the person confirms, changes or says is not theirs. */
export interface Sugerencia {
  /** The same report always gives the same one. */
  id: string;
  tema: string;
  renglon: Renglon;
  /** Columns that the topic needs and that nobody reports: they are asked with it. */
  porCompletar: readonly string[];
  de: DeDonde;
  /** What was reported, in a whole sentence. */
  frase: string;
}

/** A report from which no row can be made: shown, never dropped. */
export interface OtroReporte {
  id: string;
  /** The topic to look at, where there is one. */
  tema?: string;
  de: DeDonde;
  frase: string;
}

interface LoSabido {
  reportes: readonly Reporte[];
  /** The return of the year before, by box, in pesos, and how many returns there were with it. */
  anterior?: { casillas: Readonly<Record<string, number>>; numero?: number };
  rut?: { responsabilidades: readonly string[] };
  /** Purchases with an electronic invoice that count for the 1 % (ET 336 num. 5): whole pesos, and of how many invoices. */
  compras?: { valor: number; facturas: number };
}

interface Sugeridas {
  /** Changes when something of what is suggested does, whatever the order in which it came. */
  version: string;
  sugerencias: readonly Sugerencia[];
  otros: readonly OtroReporte[];
}

/** Topics of which nobody reports anything: each is asked once. */
export const NADIE_REPORTA: readonly string[] = TEMAS_210.filter((t) => t.nadieReporta).map((t) => t.clave);

/** Incomes that whoever pays them reports, when they do: it is asked once whether one of them is missing. */
export const PUEDEN_FALTAR: readonly string[] = TEMAS_210.filter(
  (t) => t.grupo === 'ingresos' && !t.nadieReporta,
).map((t) => t.clave);

/** Rows for each topic from what the office already knows of a person. */
export function sugerir({ reportes, anterior, rut, compras }: LoSabido): Sugeridas {
  const numerados = numerar(reportes);
  const sugerencias = [
    ...numerados.flatMap(([id, r]) => deReporte(id, r)),
    ...(anterior ? deAnterior(anterior) : []),
    ...(rut ? deRut(rut.responsabilidades) : []),
    ...(compras ? deCompras(compras) : []),
  ];
  const conFila = new Set(sugerencias.map((s) => s.id.split('/')[0]));
  const otros = numerados.filter(([id]) => !conFila.has(id)).map(([id, r]) => informa(id, r));
  const version = [
    ...sugerencias.map((s) => `${s.id} ${canonico(s.renglon)}`),
    ...otros.map((o) => `${o.id} ${o.frase}`),
  ]
    .sort()
    .join('\n');
  return { version, sugerencias, otros };
}

/** The suggestions that were confirmed, as answers. */
export function respuestasDe(filas: readonly Pick<Sugerencia, 'tema' | 'renglon'>[]): RespuestasDeTemas {
  const renglones: Record<string, Renglon[]> = {};
  for (const { tema, renglon } of filas) (renglones[tema] ??= []).push(renglon);
  return Object.fromEntries(
    Object.entries(renglones).map(([tema, suyos]) => [tema, { aplica: true, renglones: suyos }]),
  );
}

/** Two reports of one informant under one concept are told apart by their amounts, not by their order. */
function numerar(reportes: readonly Reporte[]): [string, Reporte][] {
  const veces = new Map<string, number>();
  return reportes
    .map((r) => ({
      r,
      clave: [r.formato, r.concepto || '-', r.informante.nit].join(':'),
      montos: canonico(r.campos),
    }))
    .sort((a, b) => comparar(a.clave, b.clave) || comparar(a.montos, b.montos))
    .map(({ r, clave }) => {
      const vez = (veces.get(clave) ?? 0) + 1;
      veces.set(clave, vez);
      return [vez === 1 ? clave : `${clave}:${vez}`, r];
    });
}

const comparar = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const canonico = (x: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(x).sort(([a], [b]) => comparar(a, b)));

const deTercero = ({ informante, formato, concepto }: Reporte): DeDonde => ({
  tipo: 'tercero',
  informante,
  formato,
  concepto,
});

function deReporte(id: string, reporte: Reporte): Sugerencia[] {
  return reglasDe(reporte).flatMap((regla) => {
    const montos = montosDe(regla, reporte);
    const [principal = 0] = Object.keys(regla.columnas).map((c) => montos[c]);
    if (principal <= 0) return [];
    const retencion =
      regla.columnas.retencion && Object.keys(regla.columnas)[0] !== 'retencion' ? montos.retencion : 0;
    const descontado = retencion ? ` y le descontó ${enPesos(retencion)} de retención` : '';
    const renglon = { ...quien(regla.tema, reporte), ...regla.fijas, ...montos };
    return [
      {
        id: `${id}/${regla.tema}`,
        tema: regla.tema,
        renglon,
        porCompletar: faltan(regla.tema, renglon),
        de: deTercero(reporte),
        frase: `${reporte.informante.nombre} informó que ${regla.dice.replace('{valor}', enPesos(principal))}${descontado}.`,
      },
    ];
  });
}

/** The columns that came to something; one that goes with another, only with it. */
function montosDe({ columnas, conOtra = {} }: Regla, { campos }: Reporte): Record<string, number> {
  const sumas = Object.entries(columnas).map(
    ([columna, suyos]) => [columna, suyos.reduce((t, campo) => t + (campos[campo] ?? 0), 0)] as const,
  );
  const hay = new Set(sumas.filter(([, v]) => v > 0).map(([c]) => c));
  return Object.fromEntries(sumas.filter(([c]) => hay.has(c) && hay.has(conOtra[c] ?? c)));
}

const DE_QUIEN = ['pagador', 'entidad', 'acreedor', 'deQuien', 'bien', 'cual', 'negocio'];

function quien(tema: string, { informante }: Reporte): Record<string, string> {
  const columnas = temaDe(tema)?.columnas.map((c) => c.clave) ?? [];
  const nombre = DE_QUIEN.find((c) => columnas.includes(c));
  return {
    ...(nombre !== undefined && { [nombre]: informante.nombre }),
    ...(columnas.includes('nit') && { nit: informante.nit }),
  };
}

const faltan = (tema: string, renglon: Renglon): string[] =>
  (temaDe(tema)?.columnas ?? [])
    .filter((c) => c.obligatoria && renglon[c.clave] === undefined)
    .map((c) => c.clave);

function informa(id: string, reporte: Reporte): OtroReporte {
  const { tema, dice, monto = '' } = informaDe(reporte);
  const valor = enPesos(reporte.campos[monto] ?? 0);
  return {
    id,
    ...(tema !== undefined && { tema }),
    de: deTercero(reporte),
    frase: `${reporte.informante.nombre} informó que ${dice.replace('{valor}', valor)}.`,
  };
}

/** What the last return leaves for this one: by topic, the box it comes from and how it is said. */
const DE_LA_ANTERIOR: readonly {
  tema: string;
  columna: string;
  casilla: string;
  dice: string;
  fijas?: Renglon;
}[] = [
  {
    tema: 'anticipo-anterior',
    columna: 'valor',
    casilla: '133',
    dice: 'liquidó {valor} de anticipo para este año',
  },
  {
    tema: 'saldo-a-favor-anterior',
    columna: 'valor',
    casilla: '137',
    dice: 'le quedó un saldo a favor de {valor}, que puede restar si no lo pidió de vuelta',
  },
  {
    tema: 'perdidas-anteriores',
    columna: 'valor',
    casilla: '55',
    fijas: { clase: 'costos' },
    dice: 'tuvo una pérdida de {valor} en su trabajo con costos',
  },
  {
    tema: 'perdidas-anteriores',
    columna: 'valor',
    casilla: '71',
    fijas: { clase: 'capital' },
    dice: 'tuvo una pérdida de {valor} en intereses, arriendos o regalías',
  },
  {
    tema: 'perdidas-anteriores',
    columna: 'valor',
    casilla: '88',
    fijas: { clase: 'no-laborales' },
    dice: 'tuvo una pérdida de {valor} en su negocio u otros ingresos',
  },
];

function deAnterior({ casillas, numero }: NonNullable<LoSabido['anterior']>): Sugerencia[] {
  const de: DeDonde = { tipo: 'declaracion-anterior' };
  const neto = casillas['126'] ?? 0;
  const veces: Renglon = { ...(numero !== undefined && { numero: numero + 1 }), impuestoNeto: neto };
  return [
    {
      id: 'declaracion-anterior:126/declaraciones-anteriores',
      tema: 'declaraciones-anteriores',
      renglon: veces,
      porCompletar: faltan('declaraciones-anteriores', veces),
      de,
      frase: `En su declaración anterior, el impuesto neto de renta fue de ${enPesos(neto)}.`,
    },
    ...DE_LA_ANTERIOR.flatMap(({ tema, columna, casilla, dice, fijas }) => {
      const valor = casillas[casilla] ?? 0;
      if (valor <= 0) return [];
      return [
        {
          id: `declaracion-anterior:${casilla}/${tema}`,
          tema,
          renglon: { ...fijas, [columna]: valor },
          porCompletar: [],
          de,
          frase: `En su declaración anterior ${dice.replace('{valor}', enPesos(valor))}.`,
        },
      ];
    }),
  ];
}

const RESPONSABLE_DE_IVA = '48';

function deRut(responsabilidades: readonly string[]): Sugerencia[] {
  if (!responsabilidades.includes(RESPONSABLE_DE_IVA)) return [];
  return [
    {
      id: 'rut:48/movimientos',
      tema: 'movimientos',
      renglon: { responsableIva: true },
      porCompletar: [],
      de: { tipo: 'rut' },
      frase: 'Su RUT dice que usted es responsable de IVA.',
    },
  ];
}

function deCompras({ valor, facturas }: NonNullable<LoSabido['compras']>): Sugerencia[] {
  if (valor <= 0) return [];
  const cuantas =
    facturas === 1
      ? 'una factura electrónica a su nombre que dice'
      : `${facturas} facturas electrónicas a su nombre que dicen`;
  return [
    {
      id: 'facturas:compras/factura-electronica',
      tema: 'factura-electronica',
      renglon: { compras: valor },
      porCompletar: [],
      de: { tipo: 'facturas' },
      frase: `Compró ${enPesos(valor)}, antes de impuestos, con ${cuantas} que pagó por un medio electrónico.`,
    },
  ];
}

const enPesos = (pesos: number): string => formatearPesos(BigInt(pesos));
