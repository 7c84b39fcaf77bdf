import type { Json } from '@autogestion/documentos';
import { casillasDe } from '@autogestion/normas/formularios/motor';
import { seEscribe } from '../../interfaz/formulario/index.ts';
import type { Contenido } from '../borrador/index.ts';
import { claseDe } from '../clases/index.ts';
import type { ActoDePresentar } from '../presentar/index.ts';

/** What a return says as answers of a draft: what its form computes and what the office fills is left out. */
export function contenidoDeActo(acto: ActoDePresentar): Contenido {
  const { formulario } = claseDe(acto.formulario);
  const escritas = casillasDe(formulario).filter((c) => seEscribe(c) && !DEL_ENCABEZADO.has(c.clave));
  return Object.fromEntries<Json>([
    ...escritas.flatMap(({ clave }) => entrada(`casilla:${clave}`, acto.casillas[clave])),
    ...Object.entries(acto.hechos).map(([clave, valor]) => [`hecho:${clave}`, valor] as const),
    ...Object.entries(acto.anexos).map(([clave, filas]) => [`anexo:${clave}`, filas] as const),
  ]);
}

/** The year, and which return it corrects: the office writes them of each one. */
const DEL_ENCABEZADO: ReadonlySet<string> = new Set(['1', '25', '26', 'anio', 'periodo', 'reciboAnterior']);

const entrada = (clave: string, valor: Json | undefined): [string, Json][] =>
  valor === undefined ? [] : [[clave, valor]];
