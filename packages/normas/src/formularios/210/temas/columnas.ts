import type { ColumnaDeTema, Destino, OpcionDeColumna } from './tipos.ts';

/** Pieces that several topics share. */

export const QUIEN_PAGA: readonly ColumnaDeTema[] = [
  {
    clave: 'pagador',
    nombre: 'Quién le pagó',
    clase: 'texto',
    norma: 'ET 632',
    ayuda: 'El nombre que está en el certificado o en la factura.',
  },
  {
    clave: 'nit',
    nombre: 'NIT de quien le pagó',
    clase: 'texto',
    norma: 'ET 632',
    ayuda: 'Si lo tiene: sirve para no contar dos veces el mismo pago.',
  },
];

export const pesos = (
  clave: string,
  nombre: string,
  norma: string,
  destino: Destino,
  mas: Pick<ColumnaDeTema, 'ayuda' | 'obligatoria' | 'tambien'> = {},
): ColumnaDeTema => ({ clave, nombre, clase: 'pesos', norma, destino, ...mas });

export const texto = (clave: string, nombre: string, norma: string, ayuda?: string): ColumnaDeTema => ({
  clave,
  nombre,
  clase: 'texto',
  norma,
  ...(ayuda !== undefined && { ayuda }),
});

export const RETENCION: ColumnaDeTema = pesos(
  'retencion',
  'Retención en la fuente que le descontaron',
  'ET 373, 374',
  { casilla: '132' },
  { ayuda: 'Lo que le descontaron por el impuesto de renta. Está en el certificado.' },
);

export const opciones = (nombres: Readonly<Record<string, string>>): readonly OpcionDeColumna[] =>
  Object.entries(nombres).map(([clave, nombre]) => ({ clave, nombre }));

/** From which income something is taken off, in the order of the common quota. */
export const RENTAS = ['trabajo', 'costos', 'capital', 'no-laborales'] as const;
export type Renta = (typeof RENTAS)[number];

export const RENTA: ColumnaDeTema = {
  clave: 'renta',
  nombre: 'De qué ingresos lo quiere restar',
  clase: 'opcion',
  opciones: opciones({
    trabajo: 'De salarios, honorarios u otros pagos por su trabajo',
    costos: 'De honorarios de los que resta costos',
    capital: 'De intereses, arriendos o regalías',
    'no-laborales': 'De las ventas de su negocio y otros ingresos',
  }),
  norma: 'ET 336 num. 3; DUR 1.2.1.20.4',
  ayuda: 'Si no elige, se resta de la primera clase de ingresos que usted tuvo, en este orden.',
  siFalta: 'primera-renta',
};

export const porRenta = (
  trabajo: Destino,
  costos: Destino,
  capital: Destino,
  noLaborales: Destino,
): Destino => ({
  segun: 'renta',
  casos: { trabajo, costos, capital, 'no-laborales': noLaborales } satisfies Record<Renta, Destino>,
});
