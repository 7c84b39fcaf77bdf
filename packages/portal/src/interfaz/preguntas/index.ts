export {
  conNombre,
  Preguntar,
  segun,
  type Comun,
  type ContextoPregunta,
  type Erroneo,
  type Linea,
  type Pregunta,
  type Respuesta,
  type Segun,
  type Texto,
} from './pregunta.ts';
export { actividad, actividadesHalladas, buscar, nombreActividad } from './actividad.tsx';
export { actividades } from './actividades.tsx';
export { archivo, conArchivos } from './archivo.tsx';
export { conPalabras } from './de-un-campo.tsx';
export { celular, CELULAR_ESCRITO, telefono } from './celular.tsx';
export { codigo, CODIGO_ESCRITO } from './codigo.tsx';
export { correo, CORREO_ESCRITO } from './correo.tsx';
export { cuantos } from './cuantos.tsx';
export { dinero, PESOS_ESCRITOS } from './dinero.tsx';
export { direccion } from './direccion.tsx';
export { direccionUrbana } from './direccion-urbana.tsx';
export { documento, type Documento, type OpcionesDeDocumento } from './documento.tsx';
export { cajasDeFecha, fecha, fechaQuizas, leerCajas, type Limites } from './fecha.tsx';
export { juntas } from './juntas.tsx';
export { municipio } from './municipio.tsx';
export { nada, type Nada } from './nada.ts';
export { leerNit, nit } from './nit.tsx';
export { nombreCorrido, nombres, type NombresDePersona } from './nombres.tsx';
export { opcion, type OpcionDe } from './opcion.tsx';
export { pais } from './pais.tsx';
export { porMil } from './por-mil.tsx';
export { porcentaje } from './porcentaje.tsx';
export { siONo } from './si-o-no.tsx';
export { parrafo, texto, textoDeHasta } from './texto.tsx';
export { autorizacion, casilla, marcadas, varias } from './varias.tsx';
