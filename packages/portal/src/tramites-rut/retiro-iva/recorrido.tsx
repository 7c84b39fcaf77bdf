import { z } from 'zod';
import { Radios } from '../../interfaz/index.ts';
import type { Paso, Recorrido } from '../../interfaz/recorrido/index.ts';
import { unaDe } from '../inscripcion/campos.ts';
import { partesDeSiNo } from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { pasoDeRespuesta, REVISION } from '../verificados/respuesta.tsx';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import { terminarEn } from '../verificados/terminar.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import { CUALES, faltaPara, paso, solicitudDe, type DatosRetiroIva, type Respuestas } from './pasos.ts';
import { pasoDeIngresosTotales, pasosDelAnio } from './pasos-del-anio.tsx';
import { CLASES_DE_ACTIVIDAD, NOMBRE_DE_CLASE } from './solicitud.ts';

export const RETIRO_IVA = 'tramites-rut.retiro-iva';

const NEGOCIO = 'Su negocio';

/**
 * Questionnaire of the withdrawal of IVA (48 → 49): ET 437 par. 3 and 4, with the conditions of the year before and of
 * this one (DUR 1.6.1.2.14 par. 2). As soon as an answer settles it, nothing more is asked.
 */
export const recorridoRetiroIva = (): Recorrido<Respuestas, HechosDelBorrador> => ({
  id: RETIRO_IVA,
  version: 1,
  titulo: 'Dejar de ser responsable de IVA',
  diasDeEspera: 30,
  pasos: [...pasosDelNegocio(), ...CUALES.flatMap(pasosDelAnio), RESPUESTA_FINAL],
  revision: REVISION,
  terminar: terminarEn(RETIRO_IVA, solicitudDe),
});

function pasosDelNegocio(): Paso<Respuestas, HechosDelBorrador>[] {
  return [
    paso<'solo-tiendas'>({
      slug: 'solo-tiendas',
      parte: NEGOCIO,
      nombre: 'Tienda o peluquería',
      pregunta: '¿Todas sus actividades son de tienda pequeña, minimercado o peluquería?',
      aplica: faltaPara('simple-tiendas'),
      ...partesDeSiNo<Respuestas, HechosDelBorrador>({
        clave: 'Solo tienda o peluquería',
        etiqueta: 'Solo tienda o peluquería',
        ayuda:
          'Está en el SIMPLE: quien solo tiene tienda pequeña, minimercado, micromercado o peluquería no responde por IVA.',
      }),
    }),
    ...CUALES.map(pasoDeIngresosTotales),
    paso<'actividad'>({
      slug: 'actividad',
      parte: NEGOCIO,
      nombre: 'A qué se dedica',
      pregunta: '¿Qué es lo que hace en su negocio?',
      aplica: faltaPara('paragrafo-3'),
      esquema: z.object({
        actividad: unaDe(CLASES_DE_ACTIVIDAD, 'Elija lo que más se parece a lo que hace.'),
      }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('actividad')}
          etiqueta="Lo que hace"
          ayuda="Si hace varias cosas, elija la que más ingresos le da."
          opciones={CLASES_DE_ACTIVIDAD.map((valor) => ({ valor, texto: NOMBRE_DE_CLASE[valor] }))}
        />
      ),
      resumen: (v) => [{ clave: 'Lo que hace', valor: NOMBRE_DE_CLASE[v.actividad] }],
      // The other three go where who sells at retail goes.
      ejemplos: ['servicios', 'minorista', 'mayorista'].map((actividad) => ({ escrito: { actividad } })),
    }),
    paso<'solo-estado'>({
      slug: 'solo-estado',
      parte: NEGOCIO,
      nombre: 'Contratos con el Estado',
      pregunta: '¿Todo lo que recibe es por contratos con entidades del Estado?',
      aplica: (d) => d.respuestas.actividad?.actividad === 'servicios' && faltaPara('paragrafo-3')(d),
      ...partesDeSiNo<Respuestas, HechosDelBorrador>({
        clave: 'Solo contratos con el Estado',
        etiqueta: 'Solo contratos con el Estado',
        ayuda: 'Si recibe algo de otra parte, aunque sea poco, responda No.',
      }),
    }),
  ];
}

function evaluar(d: DatosRetiroIva) {
  return evaluarSolicitud(sabidoAlAbrir(hechosAbiertos(d)), solicitudDe(d));
}

const RESPUESTA_FINAL = paso<'respuesta'>(
  pasoDeRespuesta({
    evaluar,
    que: 'dejar de ser responsable de IVA',
    mientras: 'Sigue siendo responsable: cobre y declare el IVA.',
  }),
);
