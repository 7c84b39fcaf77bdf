import { fecha, anioDe, fechaEnBogota, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import {
  casillasHoja1,
  tieneEdadParaInscribirseEnLinea,
  valorEnLlano,
  type RegistroRut,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { ListaResumen, separarFecha } from '../../../interfaz/index.ts';
import {
  autorizacion,
  celular,
  correo,
  fecha as dia,
  juntas,
  nombres,
} from '../../../interfaz/preguntas/index.ts';
import { guion, type Datos, type Efecto } from '../../../interfaz/recorrido/index.ts';
import type { Formulario, Reloj, Transaccion } from '../../../plataforma/index.ts';
import { correoOcupado, hayInscrito, inscribir } from '../../../rut/index.ts';
import { actividades } from '../../pasos/index.ts';
import { documentoDeInscripcion, fechaDeExpedicion } from '../../inscripcion/index.ts';
import { responsabilidades, responsabilidadesDe } from '../../inscripcion/index.ts';
import { ubicacion } from '../../pasos/index.ts';
import { componerRegistro } from '../../inscripcion/index.ts';
import { claveIdentidad, type Hechos, type Identificacion } from '../../inscripcion/index.ts';
import type { Atencion, Hecho } from '../atencion.ts';
import { quienEs } from '../atender.ts';
import type { SolicitudPorAtender } from '../consultas.ts';
import { atencion, LO_QUE_DIJO_ES_CIERTO } from '../declaracion.ts';
import { enElDocumento, identidadVista, lugarDeExpedicion, PIDA_EL_DOCUMENTO } from './identidad-vista.tsx';

const COLOMBIA = '169';

/** What the official compares with the person, and then their birth: no registry says it. */
function Comparar({ d: { respuestas: r } }: { d: Datos<Identificacion, Hechos> }) {
  const { documento: doc, nombres: n, 'fecha-expedicion': f } = r;
  return (
    <>
      <ListaResumen
        filas={[
          { rotulo: 'Documento', valor: doc?.numero },
          { rotulo: 'Nombre', valor: n && enElDocumento(n) },
          { rotulo: 'Expedido', valor: f && formatearFecha(f) },
        ]}
      />
      <p class="govuk-body">{PIDA_EL_DOCUMENTO}</p>
    </>
  );
}

/** Who the person is, by the document that the official sees. */
const persona = (reloj: Reloj) =>
  guion<Hechos>()
    .parte('La persona')
    .paso(
      'tratamiento-datos',
      { nombre: 'Autorización', pregunta: '¿La persona autoriza el tratamiento de sus datos?' },
      autorizacion({
        antes:
          'Léale: «Usaremos sus datos para inscribirle en el RUT y avisarle de sus trámites. Son reservados, usted verá quién los consultó, y puede pedir que los corrijamos» (Ley 1581 de 2012).',
        etiqueta: 'Lo que respondió',
        texto: 'Sí, lo autoriza',
        falta: 'Sin su autorización no se puede seguir.',
      }),
    )
    .paso(
      'documento',
      {
        nombre: 'Documento de identidad',
        pregunta: '¿Qué documento presenta?',
        alGuardar: async (c, v) =>
          (await hayInscrito(c.trx, v.tipo, v.numero))
            ? { tipo: 'rechazado', campos: { numero: 'Ya hay alguien inscrito con ese documento.' } }
            : { tipo: 'guardado' },
      },
      documentoDeInscripcion({ rotulo: false }),
    )
    .paso(
      'nombres',
      { nombre: 'Nombres y apellidos', pregunta: '¿Qué nombres tiene el documento?' },
      nombres({ rotulo: false }),
    )
    .paso(
      'fecha-expedicion',
      { nombre: 'Expedición', pregunta: '¿Cuándo se expidió?' },
      fechaDeExpedicion(reloj, { rotulo: 'Expedición del documento' }),
    )
    .paso(
      'lugar-expedicion',
      { nombre: 'Lugar de expedición', pregunta: '¿Dónde se expidió?' },
      lugarDeExpedicion(),
    )
    .paso(
      'identidad-vista',
      {
        nombre: 'Comprobación',
        pregunta: '¿Comprobó que es la persona?',
        cumplido: (d) => d.hechos.identidad?.clave === claveIdentidad(d),
        alGuardar: async (c, v) => identificar(c.datos, v.nacimiento, c.trx.hoy),
        ejemplos: (d) => [
          {
            escrito: { vista: 'si', 'fecha-dia': '4', 'fecha-mes': '5', 'fecha-anio': '1990' },
            hechos: { identidad: { clave: claveIdentidad(d), persona: EJEMPLO } },
          },
        ],
      },
      juntas({
        vista: {
          nombre: 'Comprobación',
          pregunta: identidadVista({ antes: (d: Datos<Identificacion, Hechos>) => <Comparar d={d} /> }),
        },
        nacimiento: {
          nombre: 'Fecha de nacimiento, como está en el documento',
          pregunta: dia({
            ayuda: 'Por ejemplo, 4 5 1990',
            limites: () => ({
              nombre: 'La fecha de nacimiento',
              desde: fecha('1900-01-01'),
              hasta: fechaEnBogota(reloj.ahora()),
            }),
            rotulo: false,
          }),
        },
      }),
    );

function identificar(
  d: Datos<Identificacion & { 'lugar-expedicion': string }, Hechos>,
  nacimiento: Fecha,
  hoy: Fecha,
): Efecto<Hechos> {
  const { nombres: suyos, 'lugar-expedicion': lugar } = d.respuestas;
  if (!suyos) throw new TypeError('The names come before');
  if (!tieneEdadParaInscribirseEnLinea(nacimiento, hoy))
    return {
      tipo: 'rechazado',
      campos: {
        fecha: 'Es menor de edad: se inscribe con quien le representa, y ese trámite no se hace por aquí.',
      },
    };
  const identificada = {
    ...suyos,
    fechaNacimiento: nacimiento,
    fallecida: false,
    ...(lugar && { municipioExpedicion: lugar, paisExpedicion: COLOMBIA }),
  };
  return { tipo: 'guardado', hechos: { identidad: { clave: claveIdentidad(d), persona: identificada } } };
}

const EJEMPLO = {
  primerApellido: 'Prueba',
  primerNombre: 'Persona',
  fechaNacimiento: fecha('1990-05-04'),
  fallecida: false,
};

const contacto = guion<Hechos>()
  .parte('Sus datos de contacto')
  .paso(
    'correo',
    {
      nombre: 'Correo electrónico',
      pregunta: '¿Cuál es su correo electrónico?',
      alGuardar: async (c, v) =>
        (await correoOcupado(c.trx, v))
          ? { tipo: 'rechazado', campos: { correo: 'Ese correo ya es de otra persona inscrita en el RUT.' } }
          : { tipo: 'guardado' },
    },
    correo({ ayuda: 'Debe poder leerlo ya: ahí llega el código con el que acepta, y después su RUT.' }),
  )
  .paso(
    'telefono',
    { nombre: 'Celular', pregunta: '¿Cuál es su número de celular?' },
    celular({ etiqueta: 'Número de celular' }),
  );

const preguntas = (reloj: Reloj) =>
  guion<Hechos>()
    .con(persona(reloj))
    .con(contacto)
    .con(ubicacion)
    .con(actividades(reloj))
    .con(responsabilidades(reloj));

/** The boxes that say something, and the duties that come with them. */
function presentar(registro: RegistroRut, codigos: readonly string[]): Presentacion {
  const casillas = casillasHoja1(registro, { concepto: '01', numeroFormulario: '' });
  return {
    titulo: 'Inscripción en el RUT',
    secciones: [
      quienEs(registro),
      {
        titulo: 'Lo que dirá su RUT',
        filas: casillas
          .filter((c) => Number(c.numero) >= 24 && c.valor !== '')
          .map((c) => ({ clave: `Casilla ${c.numero}, ${c.nombre}`, valor: valorEnLlano(c) })),
      },
      {
        titulo: 'Sus responsabilidades',
        parrafos: codigos.length > 0 ? [...codigos] : ['Ninguna por ahora.'],
      },
      {
        titulo: 'Lo que usted acepta',
        parrafos: [
          `Queda en el RUT con el NIT ${formatearNit(registro.nit, registro.dv)}. Su copia llega a este correo.`,
          'Autoriza el tratamiento de sus datos (Ley 1581 de 2012).',
          LO_QUE_DIJO_ES_CIERTO,
        ],
      },
    ],
  };
}

const DATOS = z.object({ registro: z.custom<RegistroRut>((v) => typeof v === 'object') });

async function inscribirAceptada(trx: Transaccion, a: Atencion, demostracion: boolean): Promise<Hecho> {
  const { registro } = DATOS.parse(a.datos);
  const i = await inscribir(trx, { registro, demostracion, correoUnico: true, entregarCopia: true });
  return { titular: i.titular, titularPublico: i.idPublico, radicado: i.radicado };
}

/** What the person had said in the registration that they could not finish, as the pages write it. */
export function escritoDe(s: SolicitudPorAtender): Record<string, Formulario> {
  const { documento, nombres: suyos, 'fecha-expedicion': f } = s.datos;
  const { dia: d, mes, anio } = separarFecha(f?.fecha ?? '');
  return definidos({
    documento,
    nombres: suyos && { segundoApellido: '', otrosNombres: '', ...suyos },
    'fecha-expedicion': f && { 'fecha-dia': d, 'fecha-mes': mes, 'fecha-anio': anio },
    correo: s.correo ? { correo: s.correo } : undefined,
    telefono: s.telefono ? { telefono: s.telefono } : undefined,
  });
}

export const inscripcionAsistida = (e: { reloj: Reloj; demostracion: boolean }) =>
  atencion({
    clase: 'inscripcion',
    nombre: 'Inscripción en el RUT',
    ayuda: 'De quien el registro de identidad no conoce, o no pudo inscribirse en línea.',
    fundamento: 'ET 555-2; DUR 1625 de 2016, arts. 1.6.1.2.10 y 1.6.1.2.11',
    titulo: 'Inscripción con ayuda',
    preguntas: preguntas(e.reloj),
    async presentar(trx, datos) {
      const registro = await componerRegistro(trx, datos);
      const codigos = responsabilidadesDe(datos, anioDe(trx.hoy)).map((r) => `${r.codigo} · ${r.nombre}`);
      return {
        datos: { registro },
        presentacion: presentar(registro, codigos),
        destino: registro.ubicacion.correo,
        ...definidos({ solicitud: datos.hechos.solicitud?.radicado }),
      };
    },
    efecto: (trx, a) => inscribirAceptada(trx, a, e.demostracion),
  });
