import { anioDe, formatearFecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { casillasHoja1, tieneEdadParaInscribirseEnLinea, type RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, CampoTexto, Casillas, ListaResumen } from '../../../interfaz/index.ts';
import {
  comoParteDe,
  rutasDeRecorrido,
  type Paso,
  type Recorrido,
} from '../../../interfaz/recorrido/index.ts';
import type { Claves, Formulario, Reloj, Transaccion } from '../../../plataforma/index.ts';
import {
  CELULAR_ESCRITO,
  CORREO_ESCRITO,
  correoOcupado,
  hayInscrito,
  inscribir,
} from '../../../rut/index.ts';
import { unaDe } from '../../inscripcion/campos.ts';
import { actividades, type RespuestasActividad } from '../../pasos/actividad.ts';
import { CamposDelDocumento, DOCUMENTO } from '../../inscripcion/pasos/identidad.tsx';
import { CamposNombres, NOMBRES } from '../../pasos/nombres.tsx';
import { pasosResponsabilidades, responsabilidadesDe } from '../../inscripcion/pasos/responsabilidades.tsx';
import { ubicacion, type RespuestasUbicacion } from '../../pasos/ubicacion.ts';
import { componerRegistro } from '../../inscripcion/terminar-inscripcion.ts';
import { claveIdentidad, paso, type Hechos, type Respuestas } from '../../inscripcion/tipos.ts';
import type { ActoAsistido, Hecho } from '../acto.ts';
import { quienEs } from '../atender.ts';
import type { SolicitudPorAtender } from '../consultas.ts';
import { presentarActo } from '../presentar-acto.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { baseDeActo, caminoDelActo, GUARDADO, type Tramitador } from '../tramitador.ts';
import { enCampos } from './campos.ts';
import {
  EXPEDICION,
  IdentidadVista,
  LUGAR,
  LugarDeExpedicion,
  NACIMIENTO,
  resumenDeFecha,
  resumenDeLugar,
  VISTA,
} from './identidad-vista.tsx';

const COLOMBIA = '169';
const PARTE = 'La persona';

/** Who the person is, by the document that the official sees: no registry says it. */
function pasosDeLaPersona(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  return [
    paso<'tratamiento-datos'>({
      slug: 'tratamiento-datos',
      parte: PARTE,
      nombre: 'Autorización',
      pregunta: '¿La persona autoriza el tratamiento de sus datos?',
      esquema: z.object({ acepta: unaDe(['si'], 'Sin su autorización no se puede seguir.') }),
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Léale: «Usaremos sus datos para inscribirle en el RUT y avisarle de sus trámites. Son reservados,
            usted verá quién los consultó, y puede pedir que los corrijamos» (Ley 1581 de 2012).
          </p>
          <Casillas
            {...c.campo.varios('acepta')}
            etiqueta="Lo que respondió"
            opciones={[{ valor: 'si', texto: 'Sí, lo autoriza' }]}
          />
        </>
      ),
      ejemplos: [{ escrito: { acepta: 'si' } }],
    }),
    paso<'documento'>({
      slug: 'documento',
      parte: PARTE,
      nombre: 'Documento de identidad',
      pregunta: '¿Qué documento presenta?',
      esquema: DOCUMENTO,
      pagina: (c) => <CamposDelDocumento campo={c.campo} />,
      async alGuardar(c, v) {
        return (await hayInscrito(c.trx, v.tipo, v.numero))
          ? { tipo: 'rechazado', campos: { numero: 'Ya hay alguien inscrito con ese documento.' } }
          : { tipo: 'guardado' };
      },
      ejemplos: [{ escrito: { tipo: '13', numero: '52418906' } }],
    }),
    paso<'nombres'>({
      slug: 'nombres',
      parte: PARTE,
      nombre: 'Nombres y apellidos',
      pregunta: '¿Qué nombres tiene el documento?',
      esquema: NOMBRES,
      pagina: (c) => <CamposNombres campo={c.campo} />,
      ejemplos: [
        {
          escrito: {
            primerApellido: 'Prueba',
            segundoApellido: '',
            primerNombre: 'Persona',
            otrosNombres: '',
          },
        },
      ],
    }),
    paso<'fecha-expedicion'>({
      slug: 'fecha-expedicion',
      parte: PARTE,
      nombre: 'Expedición',
      pregunta: '¿Cuándo se expidió?',
      esquema: EXPEDICION(reloj),
      pagina: (c) => (
        <CampoFecha
          {...c.campo.fecha('fecha')}
          etiqueta="Fecha de expedición"
          ayuda="Por ejemplo, 27 3 2014"
        />
      ),
      resumen: resumenDeFecha('Expedición del documento'),
      ejemplos: [{ escrito: { 'fecha-dia': '27', 'fecha-mes': '3', 'fecha-anio': '2014' } }],
    }),
    paso<'lugar-expedicion'>({
      slug: 'lugar-expedicion',
      parte: PARTE,
      nombre: 'Lugar de expedición',
      pregunta: '¿Dónde se expidió?',
      esquema: LUGAR,
      pagina: (c) => <LugarDeExpedicion campo={c.campo} />,
      resumen: resumenDeLugar,
      ejemplos: [{ escrito: { municipio: '11001' } }],
    }),
    pasoIdentidadVista(reloj),
  ];
}

function pasoIdentidadVista(reloj: Reloj): Paso<Respuestas, Hechos> {
  return paso<'identidad-vista'>({
    slug: 'identidad-vista',
    parte: PARTE,
    nombre: 'Comprobación',
    pregunta: '¿Comprobó que es la persona?',
    esquema: z.intersection(VISTA, NACIMIENTO(reloj)),
    cumplido: (d) => d.hechos.identidad?.clave === claveIdentidad(d),
    pagina: (c) => {
      const { documento: doc, nombres: n, 'fecha-expedicion': f } = c.datos.respuestas;
      return (
        <>
          <ListaResumen
            filas={[
              { clave: 'Documento', valor: doc?.numero },
              {
                clave: 'Nombre',
                valor: [n?.primerApellido, n?.segundoApellido, n?.primerNombre, n?.otrosNombres]
                  .filter(Boolean)
                  .join(' '),
              },
              { clave: 'Expedido', valor: f && formatearFecha(f.fecha) },
            ]}
          />
          <IdentidadVista campo={c.campo} />
          <CampoFecha
            {...c.campo.fecha('fecha')}
            etiqueta="Fecha de nacimiento, como está en el documento"
            ayuda="Por ejemplo, 4 5 1990"
          />
        </>
      );
    },
    async alGuardar(c, v) {
      const { nombres: n, 'lugar-expedicion': lugar } = c.datos.respuestas;
      if (!n) throw new TypeError('The names come before');
      if (!tieneEdadParaInscribirseEnLinea(v.fecha, c.trx.hoy))
        return {
          tipo: 'rechazado',
          campos: {
            fecha:
              'Es menor de edad: se inscribe con quien le representa, y ese trámite no se hace por aquí.',
          },
        };
      const persona = {
        ...n,
        fechaNacimiento: v.fecha,
        fallecida: false,
        ...(lugar?.municipio && { municipioExpedicion: lugar.municipio, paisExpedicion: COLOMBIA }),
      };
      return { tipo: 'guardado', hechos: { identidad: { clave: claveIdentidad(c.datos), persona } } };
    },
    ejemplos: (d) => [
      {
        escrito: { vista: 'si', 'fecha-dia': '4', 'fecha-mes': '5', 'fecha-anio': '1990' },
        hechos: { identidad: { clave: claveIdentidad(d), persona: EJEMPLO } },
      },
    ],
  });
}

const EJEMPLO = {
  primerApellido: 'Prueba',
  primerNombre: 'Persona',
  fechaNacimiento: '1990-05-04' as Respuestas['fecha-expedicion']['fecha'],
  fallecida: false,
};

function pasosDeContacto(): Paso<Respuestas, Hechos>[] {
  const parte = 'Sus datos de contacto';
  return [
    paso<'correo'>({
      slug: 'correo',
      parte,
      nombre: 'Correo electrónico',
      pregunta: '¿Cuál es su correo electrónico?',
      esquema: z.object({ correo: CORREO_ESCRITO }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('correo')}
          etiqueta="Correo electrónico"
          ayuda="Debe poder leerlo ya: ahí llega el código con el que acepta, y después su RUT."
          tipo="email"
          autocompletar="off"
          ortografia={false}
          mayusculas="none"
        />
      ),
      resumen: (v) => [{ clave: 'Correo electrónico', valor: v.correo }],
      async alGuardar(c, v) {
        return (await correoOcupado(c.trx, v.correo))
          ? { tipo: 'rechazado', campos: { correo: 'Ese correo ya es de otra persona inscrita en el RUT.' } }
          : { tipo: 'guardado' };
      },
      ejemplos: [{ escrito: { correo: 'persona@ejemplo.co' } }],
    }),
    paso<'telefono'>({
      slug: 'telefono',
      parte,
      nombre: 'Celular',
      pregunta: '¿Cuál es su número de celular?',
      esquema: z.object({ telefono: CELULAR_ESCRITO }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('telefono')}
          etiqueta="Número de celular"
          tipo="tel"
          teclado="tel"
          autocompletar="off"
          ancho={20}
        />
      ),
      resumen: (v) => [{ clave: 'Celular', valor: v.telefono }],
      ejemplos: [{ escrito: { telefono: '300 123 4567' } }],
    }),
  ];
}

function recorridoAsistido(reloj: Reloj): Recorrido<Respuestas, Hechos> {
  const parte = comoParteDe<Respuestas, Hechos>();
  return {
    id: 'tramites-rut.asistido-inscripcion',
    version: 1,
    titulo: 'Inscripción con ayuda',
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: [
      ...pasosDeLaPersona(reloj),
      ...pasosDeContacto(),
      ...parte<RespuestasUbicacion>(ubicacion.pasos),
      ...parte<RespuestasActividad>(actividades(reloj).pasos),
      ...pasosResponsabilidades(reloj),
    ],
    revision: { titulo: 'Revise antes de presentárselo a la persona', boton: 'Presentar' },
    async terminar({ trx, datos }) {
      const registro = await componerRegistro(trx, datos);
      const a = await presentarActo(trx, {
        clase: 'inscripcion',
        datos: { registro },
        presentacion: presentar(
          registro,
          responsabilidadesDe(datos, anioDe(trx.hoy)).map((r) => `${r.codigo} · ${r.nombre}`),
        ),
        destino: registro.ubicacion.correo,
        ...definidos({ solicitud: datos.hechos.solicitud?.radicado }),
      });
      return { a: caminoDelActo(a.idPublico), resultado: {} };
    },
  };
}

/** The boxes that say something, and the duties that come with them. */
function presentar(registro: RegistroRut, responsabilidades: readonly string[]): Presentacion {
  const casillas = casillasHoja1(registro, { concepto: '01', numeroFormulario: '' });
  return {
    titulo: 'Inscripción en el RUT',
    secciones: [
      quienEs(registro),
      {
        titulo: 'Lo que dirá su RUT',
        filas: casillas
          .filter((c) => Number(c.numero) >= 24 && c.valor !== '')
          .map((c) => ({ clave: `Casilla ${c.numero}, ${c.nombre}`, valor: c.valor })),
      },
      {
        titulo: 'Sus responsabilidades',
        parrafos: responsabilidades.length > 0 ? [...responsabilidades] : ['Ninguna por ahora.'],
      },
      {
        titulo: 'Lo que usted acepta',
        parrafos: [
          `Queda en el RUT con el NIT ${formatearNit(registro.nit, registro.dv)}. Su copia llega a este correo.`,
          'Autoriza el tratamiento de sus datos (Ley 1581 de 2012).',
          'Lo que dijo es cierto. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).',
        ],
      },
    ],
  };
}

const DATOS = z.object({ registro: z.custom<RegistroRut>((v) => typeof v === 'object') });

async function inscribirAceptada(trx: Transaccion, a: ActoAsistido, demostracion: boolean): Promise<Hecho> {
  const { registro } = DATOS.parse(a.datos);
  const i = await inscribir(trx, { registro, demostracion, correoUnico: true, entregarCopia: true });
  return { titular: i.titular, titularPublico: i.idPublico, radicado: i.radicado };
}

/** What the person had said in the registration that they could not finish, as the pages write it. */
export function escritoDe(s: SolicitudPorAtender): Record<string, Formulario> {
  const { documento, nombres, 'fecha-expedicion': f } = s.datos;
  return definidos({
    documento,
    nombres: nombres && { segundoApellido: '', otrosNombres: '', ...nombres },
    'fecha-expedicion': f?.fecha ? enCampos(f.fecha) : undefined,
    correo: s.correo ? { correo: s.correo } : undefined,
    telefono: s.telefono ? { telefono: s.telefono } : undefined,
  });
}

export function inscripcionAsistida(e: { claves: Claves; reloj: Reloj; demostracion: boolean }): Tramitador {
  const def = recorridoAsistido(e.reloj);
  return {
    clase: {
      clase: 'inscripcion',
      nombre: 'Inscripción en el RUT',
      ayuda: 'De quien el registro de identidad no conoce, o no pudo inscribirse en línea.',
      fundamento: 'ET 555-2; DUR 1625 de 2016, arts. 1.6.1.2.10 y 1.6.1.2.11',
      efecto: (trx, a) => inscribirAceptada(trx, a, e.demostracion),
    },
    recorrido: def,
    rutas: rutasDeRecorrido(def, {
      base: baseDeActo('inscripcion'),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.atender,
      claves: e.claves,
    }),
  };
}
