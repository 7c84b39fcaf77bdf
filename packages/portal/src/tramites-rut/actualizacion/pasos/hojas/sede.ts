import { fecha as dia, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { TIPOS_ESTABLECIMIENTO } from '@autogestion/normas/rut';
import {
  actividad,
  direccion,
  fechaQuizas,
  juntas,
  municipio,
  opcion,
  telefono,
} from '../../../../interfaz/preguntas/index.ts';
import { lasDemas } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { anioDeHoy } from '../../../pasos/index.ts';
import { cambia, hechosDe, preguntas, type Dicho } from '../../tipos.ts';
import { cual, esLaPrimera, falla, fechaDe, LISTA, nombreDe, queHacer } from './comun.ts';

const GRUPO = 'sede';
const TEXTOS = { abrir: 'Abrió uno', cerrar: 'Cerró uno' } as const;

/** What a change of this list asks of the others. */
type DeSede = Dicho<{
  'sede-accion': keyof typeof TEXTOS;
  'sede-cierra': string;
  'sede-nombre': string;
}>;
const cierra = (d: DeSede) => d.respuestas['sede-accion'] === 'cerrar';
const abre = (d: DeSede) => d.respuestas['sede-accion'] === 'abrir';

/** Those that are open in the RUT and that no other change of the draft closes. */
const lasDeHoy = (d: DeSede) => {
  const cierran = lasDemas(d, GRUPO).map((o) => o.respuestas['sede-cierra']);
  return (hechosDe(d).registro.sedes ?? [])
    .filter((s) => s.cierre === undefined && !cierran.includes(s.nombre))
    .map((s) => ({ clave: s.nombre, nombre: `${s.nombre}, ${s.direccion}` }));
};

function otro(nombre: string, d: DeSede): string | undefined {
  if (lasDemas(d, GRUPO).some((o) => o.respuestas['sede-nombre'] === nombre))
    return 'Ya abrió un establecimiento con ese nombre en esta actualización.';
  return (hechosDe(d).registro.sedes ?? []).some((s) => s.nombre === nombre)
    ? 'Ya hay un establecimiento con ese nombre en el RUT.'
    : undefined;
}

/** Number and date go together: a registration with the Chamber has both, or there is none. */
const matricula = (reloj: Reloj) =>
  juntas<{ numero: string; fecha: Fecha | undefined }, unknown>(
    {
      numero: {
        nombre: 'Número de matrícula',
        pregunta: nombreDe({ campo: 'matricula', que: 'La matrícula', maximo: 20, ancho: 20 }),
      },
      fecha: {
        nombre: 'Fecha de la matrícula',
        pregunta: fechaQuizas({
          limites: () => ({
            nombre: 'La fecha de la matrícula',
            desde: dia('1900-01-01'),
            hasta: reloj.hoy(),
          }),
        }),
      },
    },
    {
      antes: 'Si no tiene, deje todo vacío.',
      admite: (v) => falla('fecha', v.numero && !v.fecha ? 'Escriba la fecha de la matrícula.' : undefined),
      decir: (v) => (v.numero && v.fecha ? `${v.numero}, del ${formatearFecha(v.fecha)}` : 'Ninguna'),
      ejemplos: [{}, { matricula: '123456', 'fecha-dia': '15', 'fecha-mes': 'enero', 'fecha-anio': '2026' }],
      erroneos: [{ escrito: { matricula: '123456' }, campo: 'fecha' }],
    },
  );

const unCambio = (reloj: Reloj) =>
  preguntas()
    .paso(
      'sede-accion',
      { nombre: 'Qué cambia en los establecimientos', pregunta: '¿Abrió o cerró un establecimiento?' },
      queHacer('Establecimientos', TEXTOS, (a, d: DeSede) => a === 'abrir' || lasDeHoy(d).length > 0),
    )
    .paso(
      'sede-cierra',
      { nombre: 'Cuál cerró', pregunta: '¿Cuál cerró?', aplica: cierra },
      cual({
        etiqueta: 'Establecimiento que cerró',
        rotulo: false,
        ademas: (valor) => [{ rotulo: 'Cerró', valor }],
        hay: lasDeHoy,
      }),
    )
    .paso(
      'sede-cierre',
      { nombre: 'Cuándo cerró', pregunta: '¿Qué día cerró?', aplica: cierra },
      fechaDe(reloj, 'Fecha de cierre'),
    )
    .paso(
      'sede-tipo',
      { nombre: 'Clase', pregunta: '¿Qué clase de establecimiento es?', aplica: abre },
      opcion({
        campo: 'tipo',
        de: TIPOS_ESTABLECIMIENTO.map((t) => ({ valor: t.codigo, texto: t.nombre })),
        desplegable: true,
        falta: 'Elija la clase de establecimiento.',
        ejemplos: [{ tipo: '02' }],
      }),
    )
    .paso(
      'sede-nombre',
      {
        nombre: 'Nombre',
        pregunta: '¿Cómo se llama?',
        aplica: abre,
        admite: (v, d) => falla('nombre', otro(v, d)),
      },
      nombreDe({
        campo: 'nombre',
        que: 'El nombre',
        falta: 'Escriba el nombre del establecimiento.',
        maximo: 100,
        ejemplos: (d: DeSede) => [{ nombre: `La Esquina del ${esLaPrimera(d) ? 'Norte' : 'Sur'}` }],
      }),
    )
    .paso(
      'sede-actividad',
      { nombre: 'Actividad del local', pregunta: '¿Qué actividad se hace ahí?', aplica: abre },
      actividad({ anio: anioDeHoy(reloj), rotulo: 'Actividad', ejemplos: [{ actividad: '4711' }] }),
    )
    .paso(
      'sede-municipio',
      { nombre: 'Municipio', pregunta: '¿En qué municipio queda?', aplica: abre },
      municipio(),
    )
    .paso(
      'sede-direccion',
      { nombre: 'Dirección del local', pregunta: '¿En qué dirección queda?', aplica: abre },
      direccion({
        etiqueta: 'Dirección',
        rotulo: 'Dirección',
        ayuda: 'Por ejemplo, Calle 13 A # 5 - 20, local 2',
      }),
    )
    .paso(
      'sede-telefono',
      { nombre: 'Teléfono del local', pregunta: '¿Qué teléfono tiene?', aplica: abre },
      telefono({ etiqueta: 'Teléfono', rotulo: 'Teléfono', mensaje: 'El teléfono tiene 10 números.' }),
    )
    .paso(
      'sede-matricula',
      { nombre: 'Matrícula mercantil', pregunta: '¿Tiene matrícula mercantil?', aplica: abre },
      matricula(reloj),
    );

/** Sheet 6 (boxes 160 to 169). */
export const preguntasSede = (reloj: Reloj) =>
  preguntas()
    .parte('Establecimientos', cambia('sedes'))
    .lista(
      {
        ...LISTA,
        grupo: GRUPO,
        describir(d) {
          const r = d.respuestas;
          if (cierra(d)) return r['sede-cierra'] && r['sede-cierre'] && `Cerró ${r['sede-cierra']}`;
          return r['sede-nombre'] && r['sede-matricula'] && `Abrió ${r['sede-nombre']}`;
        },
      },
      unCambio(reloj),
      { nombre: 'Otro cambio', pregunta: '¿Hay otro cambio en los establecimientos?' },
    );
