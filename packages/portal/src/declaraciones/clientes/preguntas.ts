import { archivo, parrafo } from '../../interfaz/preguntas/index.ts';

export const ARCHIVO_MAXIMO = 256 * 1024;
export const DEMASIADO = 'El archivo pesa más de 256 KB. Divídalo en varios.';

export const LOTE = parrafo<unknown>({
  campo: 'declaraciones',
  ayuda: 'Un renglón por casilla: nit;formulario;anio;periodo;casilla;valor. O el JSON de su programa.',
  falta: 'Elija un archivo o pegue lo que quiere preparar.',
  minimo: 0,
  maximo: 60_000,
  filas: 8,
});

export const ARCHIVO = archivo<unknown>({
  ayuda: 'CSV o JSON, de hasta 256 KB. Si elige uno, no se mira lo que pegó.',
  acepta: '.csv,.json,.txt,text/csv,application/json',
  falta: 'Elija el archivo.',
  excede: DEMASIADO,
});
