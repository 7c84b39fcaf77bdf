import { fecha as dia } from '@autogestion/normas/fechas';
import { h } from 'preact';
import type * as preguntas from '../../src/interfaz/preguntas/index.ts';
import {
  actividad,
  actividades,
  archivo,
  autorizacion,
  casilla,
  celular,
  codigo,
  correo,
  cuantos,
  dinero,
  direccion,
  direccionUrbana,
  documento,
  fecha,
  fechaQuizas,
  juntas,
  municipio,
  nada,
  nit,
  nombres,
  opcion,
  pais,
  parrafo,
  porcentaje,
  porMil,
  siONo,
  telefono,
  texto,
  varias,
  type Pregunta,
} from '../../src/interfaz/preguntas/index.ts';

type EsTipo<F> = F extends (...a: never[]) => { esquema: unknown; pagina: unknown; erroneos: unknown }
  ? true
  : false;
/** The names of what makes a question, among what the folder exports; `segun` gives back whatever it was given. */
type TipoDePregunta = Exclude<
  {
    [K in keyof typeof preguntas]: EsTipo<(typeof preguntas)[K]> extends true ? K : never;
  }[keyof typeof preguntas],
  'segun'
>;

export const LIMITES = { nombre: 'El día', desde: dia('2020-01-01'), hasta: dia('2026-12-31') };
const COLORES = [
  { valor: 'azul', texto: 'Azul' },
  { valor: 'rojo', texto: 'Rojo' },
] as const;

const TIPOS = {
  actividad: actividad({ anio: () => 2026 }),
  actividades: actividades({ anio: () => 2026, maximo: 2, sobran: 'Son muchas.', vacia: 'No tiene.' }),
  archivo: archivo({ falta: 'Elija un archivo.', excede: 'Es muy grande.' }),
  autorizacion: autorizacion({ texto: 'Autorizo', falta: 'Marque la casilla.' }),
  casilla: casilla({ texto: 'Los presentó' }),
  celular: celular(),
  codigo: codigo({ ayuda: 'Seis letras y números.' }),
  correo: correo(),
  correoQuizas: correo({ opcional: true }),
  cuantos: cuantos({ mensaje: 'Escriba un número entre 0 y 999.' }),
  dinero: dinero(),
  dineroQuizas: dinero({ siVacio: 0n }),
  direccion: direccion(),
  direccionUrbana: direccionUrbana(),
  direccionQuizas: direccion({ opcional: true }),
  documento: documento({ tipos: ['13', '41'] }),
  documentoDesplegable: documento({ tipos: ['13', '41'], desplegable: true }),
  fecha: fecha({ limites: LIMITES }),
  fechaQuizas: fechaQuizas({ limites: LIMITES }),
  fechaQueSeNecesita: fechaQuizas({ limites: LIMITES, necesaria: (c) => c.valores.otra === 'si' }),
  juntas: juntas({
    correo: { nombre: 'Correo', pregunta: correo() },
    valor: { nombre: 'Valor', pregunta: dinero() },
  }),
  juntasQueSeNecesitan: juntas(
    {
      nit: { nombre: 'NIT', pregunta: nit({ opcional: true }) },
      nombre: { nombre: 'Nombre', pregunta: texto({ que: 'El nombre', maximo: 20 }) },
    },
    {
      antes: 'Los dos o ninguno.',
      decir: (v: { nit: string; nombre: string }) => v.nombre || 'Nadie',
      admite: (v) => ((v.nit === '') === (v.nombre === '') ? undefined : { texto: 'Escriba los dos.' }),
      erroneos: [{ escrito: { nit: '899.999.034-1', texto: '' }, campo: 'texto' }],
      ejemplos: [{}, { nit: '899.999.034-1', texto: 'Ficticia' }],
    },
  ),
  municipio: municipio(),
  nada: nada(() => h('p', null, 'Nada')),
  nit: nit({ conDv: true }),
  nitQuizas: nit({ opcional: true }),
  nombres: nombres(),
  opcion: opcion({ de: COLORES, falta: 'Elija un color.' }),
  opcionDesplegable: opcion({ de: COLORES, falta: 'Elija un color.', desplegable: true }),
  opcionConBusqueda: opcion({ de: COLORES, falta: 'Elija un color.', conBusqueda: true }),
  opcionDeHoy: opcion({ de: () => COLORES, falta: 'Elija un color.' }),
  pais: pais(),
  parrafo: parrafo({ falta: 'Diga por qué.', maximo: 500 }),
  porcentaje: porcentaje(),
  porMil: porMil(),
  siONo: siONo(),
  telefono: telefono({ mensaje: 'El teléfono tiene 10 números.' }),
  texto: texto({ que: 'El nombre', falta: 'Escriba el nombre.', maximo: 20 }),
  textoConForma: texto({
    que: 'La tarjeta',
    maximo: 20,
    leer: (t) => t.replace(/\s/g, '').toUpperCase(),
    forma: { patron: /^\d{1,7}-?[A-Z]?$/, mensaje: 'Escriba el número y su letra.' },
    ejemplos: [{ texto: '' }, { texto: '12 345-t' }],
  }),
  varias: varias({ de: COLORES, falta: 'Elija alguno.', noEsta: 'Elija de la lista.' }),
} satisfies Record<TipoDePregunta, object> & Record<string, object>;

/**
 * Every type of question, by the name of what makes it; some once more with another option. What they answer is their own
 * affair here. One without its line does not compile.
 */
export const TIPOS_DE_PREGUNTA = Object.entries(TIPOS) as unknown as readonly (readonly [
  string,
  Pregunta<unknown>,
])[];
