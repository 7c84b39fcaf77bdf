import { definidos } from '@autogestion/normas/definidos';
import { analizarDireccion } from '@autogestion/normas/direccion';
import { analizarFecha, fecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { MUNICIPIOS, municipio, nombreCompleto } from '@autogestion/normas/geografia';
import { TIPOS_ESTABLECIMIENTO, tipoEstablecimiento } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, CampoTexto, Selector } from '../../../../interfaz/index.ts';
import { actividad, buscar } from '../../../../interfaz/preguntas/index.ts';
import { lasDemas, partesDeCierre, repetidos, type Paso } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { linea } from '../../../inscripcion/campos.ts';
import { textoDeHasta } from '../../campos.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import {
  diaEscrito,
  esLaPrimera,
  FECHA,
  guardadoSalvo,
  listaRepetida,
  partesDeAccion,
  partesDeCual,
  partesDeFecha,
} from './comun.tsx';

const PARTE = 'Establecimientos';
const GRUPO = 'sede';
const TEXTOS = { abrir: 'Abrió uno', cerrar: 'Cerró uno' } as const;

const accion = (d: DatosActualizacion) => d.respuestas['sede-accion']?.accion;
const toca = cambia('sedes');
export const cierraSede = (d: DatosActualizacion) => toca(d) && accion(d) === 'cerrar';
export const abreSede = (d: DatosActualizacion) => toca(d) && accion(d) === 'abrir';

const nombreQueCierra = (d: DatosActualizacion) =>
  cierraSede(d) ? d.respuestas['sede-cierra']?.clave : undefined;
const nombreQueAbre = (d: DatosActualizacion) =>
  abreSede(d) ? d.respuestas['sede-nombre']?.nombre : undefined;

/** Those that are open in the RUT and that no other change of the draft closes. */
const lasDeHoy = (d: DatosActualizacion) => {
  const cierran = lasDemas(d, GRUPO).map(nombreQueCierra);
  return (hechosDe(d).registro.sedes ?? [])
    .filter((s) => s.cierre === undefined && !cierran.includes(s.nombre))
    .map((s) => ({ clave: s.nombre, nombre: `${s.nombre}, ${s.direccion}` }));
};

function exigirOtro(d: DatosActualizacion, nombre: string): string | undefined {
  if (lasDemas(d, GRUPO).some((o) => nombreQueAbre(o) === nombre))
    return 'Ya abrió un establecimiento con ese nombre en esta actualización.';
  return (hechosDe(d).registro.sedes ?? []).some((s) => s.nombre === nombre)
    ? 'Ya hay un establecimiento con ese nombre en el RUT.'
    : undefined;
}

function describir(d: DatosActualizacion): string | undefined {
  const {
    'sede-cierra': cierra,
    'sede-cierre': cierre,
    'sede-nombre': abre,
    'sede-matricula': fin,
  } = d.respuestas;
  if (cierraSede(d)) return cierra && cierre && `Cerró ${cierra.clave}`;
  return abre && fin && `Abrió ${abre.nombre}`;
}

const REPETIDO = listaRepetida(GRUPO, describir);

const ACTIVIDAD = actividad<DatosActualizacion>();

const parte = z.string().default('');
/** Number and date go together: a registration with the Chamber has both, or there is none. */
const matricula = (reloj: Reloj) =>
  z
    .object({
      matricula: textoDeHasta(20, 'La matrícula'),
      'fecha-dia': parte,
      'fecha-mes': parte,
      'fecha-anio': parte,
    })
    .transform((v, ctx): { matricula: string; fecha?: Fecha } => {
      if (v.matricula === '') return { matricula: '' };
      const leida = analizarFecha(
        { dia: v['fecha-dia'], mes: v['fecha-mes'], anio: v['fecha-anio'] },
        { nombre: 'La fecha de la matrícula', desde: fecha('1900-01-01'), hasta: reloj.hoy() },
      );
      if (leida.ok) return { matricula: v.matricula, fecha: leida.valor };
      ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['fecha'] });
      return z.NEVER;
    });

/** Sheet 6 (boxes 160 to 169). */
export function pasosSede(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const deUnCambio = [
    paso<'sede-accion'>({
      slug: 'sede-accion',
      parte: PARTE,
      nombre: 'Qué cambia en los establecimientos',
      pregunta: '¿Abrió o cerró un establecimiento?',
      aplica: toca,
      ...partesDeAccion(['abrir', 'cerrar'], TEXTOS, (d, a) => a === 'abrir' || lasDeHoy(d).length > 0),
      resumen: (v) => [{ clave: 'Establecimientos', valor: TEXTOS[v.accion] }],
    }),
    paso<'sede-cierra'>({
      slug: 'sede-cierra',
      parte: PARTE,
      nombre: 'Cuál cerró',
      pregunta: '¿Cuál cerró?',
      aplica: cierraSede,
      ...partesDeCual('Establecimiento que cerró', lasDeHoy),
      cumplido: (d) => lasDeHoy(d).some((s) => s.clave === d.respuestas['sede-cierra']?.clave),
      resumen: (v) => [{ clave: 'Cerró', valor: v.clave }],
    }),
    paso<'sede-cierre'>({
      slug: 'sede-cierre',
      parte: PARTE,
      nombre: 'Cuándo cerró',
      pregunta: '¿Qué día cerró?',
      aplica: cierraSede,
      ...partesDeFecha(reloj, 'Fecha de cierre'),
      resumen: (v) => [{ clave: 'Fecha de cierre', valor: diaEscrito(v) }],
    }),
    paso<'sede-tipo'>({
      slug: 'sede-tipo',
      parte: PARTE,
      nombre: 'Clase',
      pregunta: '¿Qué clase de establecimiento es?',
      aplica: abreSede,
      esquema: z.object({
        tipo: linea.refine((v) => tipoEstablecimiento(v) !== undefined, {
          error: 'Elija la clase de establecimiento.',
        }),
      }),
      pagina: (c) => (
        <Selector
          {...c.campo.texto('tipo')}
          etiqueta="Clase"
          opciones={TIPOS_ESTABLECIMIENTO.map((t) => ({ valor: t.codigo, texto: t.nombre }))}
        />
      ),
      resumen: (v) => [{ clave: 'Clase', valor: tipoEstablecimiento(v.tipo)?.nombre ?? v.tipo }],
      ejemplos: [{ escrito: { tipo: '02' } }],
    }),
    paso<'sede-nombre'>({
      slug: 'sede-nombre',
      parte: PARTE,
      nombre: 'Nombre',
      pregunta: '¿Cómo se llama?',
      aplica: abreSede,
      esquema: z.object({
        nombre: textoDeHasta(100, 'El nombre', 'Escriba el nombre del establecimiento.'),
      }),
      pagina: (c) => <CampoTexto {...c.campo.texto('nombre')} etiqueta="Nombre" ortografia={false} />,
      alGuardar: async (c, v) => guardadoSalvo('nombre', exigirOtro(c.datos, v.nombre)),
      resumen: (v) => [{ clave: 'Nombre', valor: v.nombre }],
      ejemplos: (d) => [{ escrito: { nombre: `La Esquina del ${esLaPrimera(d) ? 'Norte' : 'Sur'}` } }],
    }),
    paso<'sede-actividad'>({
      slug: 'sede-actividad',
      parte: PARTE,
      nombre: 'Actividad del local',
      pregunta: '¿Qué actividad se hace ahí?',
      aplica: abreSede,
      esquema: ACTIVIDAD.esquema,
      pagina: (c) => ACTIVIDAD.pagina({ ...c, nombre: 'Actividad' }),
      acciones: { buscar: async (_, escrito) => definidos({ campos: buscar(escrito) }) },
      resumen: (v, d) => [...ACTIVIDAD.resumen(v, d, 'Actividad')],
      ejemplos: [{ escrito: { actividad: '4711' } }],
    }),
    paso<'sede-municipio'>({
      slug: 'sede-municipio',
      parte: PARTE,
      nombre: 'Municipio',
      pregunta: '¿En qué municipio queda?',
      aplica: abreSede,
      esquema: z.object({
        municipio: linea.refine((v) => municipio(v) !== undefined, { error: 'Elija el municipio.' }),
      }),
      pagina: (c) => (
        <Selector
          {...c.campo.texto('municipio')}
          etiqueta="Municipio"
          conBusqueda
          opciones={MUNICIPIOS.map((m) => ({ valor: m.codigo, texto: nombreCompleto(m) }))}
        />
      ),
      resumen: (v) => {
        const m = municipio(v.municipio);
        return [{ clave: 'Municipio', valor: m ? nombreCompleto(m) : v.municipio }];
      },
      ejemplos: [{ escrito: { municipio: '25754' } }],
    }),
    paso<'sede-direccion'>({
      slug: 'sede-direccion',
      parte: PARTE,
      nombre: 'Dirección del local',
      pregunta: '¿En qué dirección queda?',
      aplica: abreSede,
      esquema: z.object({ direccion: linea }).transform((v, ctx) => {
        const leida = analizarDireccion(v.direccion);
        if (leida.ok) return { direccion: leida.valor };
        ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['direccion'] });
        return z.NEVER;
      }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('direccion')}
          etiqueta="Dirección"
          ayuda="Por ejemplo, Calle 13 A # 5 - 20, local 2"
        />
      ),
      resumen: (v) => [{ clave: 'Dirección', valor: v.direccion }],
      ejemplos: [{ escrito: { direccion: 'Calle 13 # 5 - 20' } }],
    }),
    paso<'sede-telefono'>({
      slug: 'sede-telefono',
      parte: PARTE,
      nombre: 'Teléfono del local',
      pregunta: '¿Qué teléfono tiene?',
      aplica: abreSede,
      esquema: z.object({
        telefono: linea
          .transform((v) => v.replace(/[\s().-]/g, ''))
          .refine((v) => /^(?:\d{10})?$/.test(v), { error: 'El teléfono tiene 10 números.' }),
      }),
      pagina: (c) => (
        <CampoTexto {...c.campo.texto('telefono')} etiqueta="Teléfono" tipo="tel" opcional ancho={20} />
      ),
      resumen: (v) => [{ clave: 'Teléfono', valor: v.telefono || 'Ninguno' }],
      ejemplos: [{ escrito: { telefono: '' } }],
    }),
    paso<'sede-matricula'>({
      slug: 'sede-matricula',
      parte: PARTE,
      nombre: 'Matrícula mercantil',
      pregunta: '¿Tiene matrícula mercantil?',
      aplica: abreSede,
      esquema: matricula(reloj),
      pagina: (c) => (
        <>
          <p class="govuk-body">Si no tiene, deje todo vacío.</p>
          <CampoTexto
            {...c.campo.texto('matricula')}
            etiqueta="Número de matrícula"
            opcional
            ortografia={false}
            ancho={20}
          />
          <CampoFecha {...c.campo.fecha('fecha')} etiqueta="Fecha de la matrícula" opcional />
        </>
      ),
      resumen: (v) => [
        {
          clave: 'Matrícula mercantil',
          valor: v.fecha ? `${v.matricula}, del ${formatearFecha(v.fecha)}` : 'Ninguna',
        },
      ],
      ejemplos: [{ escrito: {} }, { escrito: { matricula: '123456', ...FECHA } }],
    }),
  ];
  return [
    ...repetidos(REPETIDO, deUnCambio),
    paso<'sede-otra-vez'>({
      slug: 'sede-otra-vez',
      parte: PARTE,
      nombre: 'Otro cambio',
      pregunta: '¿Hay otro cambio en los establecimientos?',
      aplica: toca,
      ...partesDeCierre(REPETIDO),
    }),
  ];
}
