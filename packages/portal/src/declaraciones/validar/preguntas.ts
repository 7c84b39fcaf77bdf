import type { FormularioValidable } from '@autogestion/normas/formularios/validar';
import { archivo, juntas, opcion, parrafo } from '../../interfaz/preguntas/index.ts';

const LETRAS = 60_000;
export const ARCHIVO_MAXIMO = 256 * 1024;

const FORMULARIO = opcion({
  campo: 'formulario',
  falta: 'Elija el formulario.',
  de: {
    '210': '210, renta de personas naturales',
    '2593': '2593, anticipo bimestral del SIMPLE',
    '260': '260, declaración anual del SIMPLE',
  } satisfies Record<FormularioValidable, string>,
});

/** Those of which some form has parameters. */
const ANIO = opcion<string>({
  campo: 'anio',
  falta: 'Elija el año.',
  desplegable: true,
  de: { '2026': '2026', '2025': '2025', '2024': '2024', '2023': '2023' },
});

const DECLARACION = parrafo<unknown>({
  campo: 'declaracion',
  ayuda: 'Un renglón por casilla, con su número y su valor: 32;50000000. O el JSON de su programa.',
  falta: 'Pegue su declaración o elija un archivo que la tenga.',
  minimo: 0,
  maximo: LETRAS,
  filas: 10,
});

export const LO_ESCRITO = juntas<
  { formulario: FormularioValidable; anio: string; declaracion: string },
  unknown
>({
  formulario: { nombre: 'Formulario', pregunta: FORMULARIO },
  anio: { nombre: 'Año gravable', pregunta: ANIO },
  declaracion: { nombre: 'Su declaración', pregunta: DECLARACION },
});

export const ARCHIVO = archivo<unknown>({
  ayuda: 'CSV o JSON, de hasta 256 KB. Si elige uno, no se mira lo que pegó.',
  acepta: '.csv,.json,.txt,text/csv,application/json',
  falta: 'Elija el archivo.',
  excede: 'El archivo pesa más de 256 KB: ninguna declaración pesa tanto. Elija otro.',
});
