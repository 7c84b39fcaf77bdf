import { formatearDocumento, inscripcionEnLinea } from '@autogestion/normas/documentos-identidad';
import { fecha, fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';
import { tieneEdadParaInscribirseEnLinea } from '@autogestion/normas/rut';
import type { PersonaIdentificada, RegistroIdentidad, RespuestaIdentidad } from '../../../cuentas/index.ts';
import {
  documento,
  fecha as dia,
  nombreCorrido,
  nombres,
  type Comun,
  type Documento,
} from '../../../interfaz/preguntas/index.ts';
import { ListaResumen } from '../../../interfaz/index.ts';
import { guion, type ContextoGuardar, type Efecto } from '../../../interfaz/recorrido/index.ts';
import { llamar, type Claves, type Reloj, type Transaccion } from '../../../plataforma/index.ts';
import { correoOcupado, hayInscrito } from '../../../rut/index.ts';
import { crearSolicitudAsistida, type Motivo } from '../crear-solicitud-asistida.ts';
import {
  claveIdentidad,
  type Contacto,
  type DatosDeIdentidad,
  type Hechos,
  type Identificacion,
} from '../tipos.ts';

/** House rules without legal source: failures before an official takes over, and tries a day for one document. */
const REGLAS_IDENTIDAD = { fallos: 3, intentosPorDia: 10 } as const;

/** In the order in which people have them. */
const TIPOS = ['13', '22', '48', '41', '12', '11', '47', '46', '21'];

const EXPEDICION = { 'fecha-dia': '27', 'fecha-mes': '3', 'fecha-anio': '2014' };

type Guardar = ContextoGuardar<Contacto & Identificacion, Hechos>;

/** The document of who registers: one with which it is done online. */
export const documentoDeInscripcion = <D,>(
  o: Pick<Comun<Documento, D>, 'rotulo' | 'hoy' | 'ejemplos'> = {},
) =>
  documento<D>({
    ...o,
    tipos: TIPOS,
    falta: 'Elija su tipo de documento.',
    impide(tipo) {
      const enLinea = inscripcionEnLinea(tipo);
      return enLinea.admite ? undefined : enLinea.razon;
    },
  });

/** When it was issued. */
export const fechaDeExpedicion = <D,>(
  reloj: Reloj,
  o: Pick<Comun<Fecha, D>, 'rotulo' | 'hoy' | 'antes'> = {},
) =>
  dia<D>({
    ...o,
    etiqueta: 'Fecha de expedición',
    ayuda: 'Por ejemplo, 27 3 2014',
    limites: () => ({
      nombre: 'La fecha de expedición',
      desde: fecha('1930-01-01'),
      hasta: fechaEnBogota(reloj.ahora()),
    }),
    ejemplos: [EXPEDICION],
  });

interface DependenciasIdentidad {
  registro: RegistroIdentidad;
  claves: Claves;
  reloj: Reloj;
  /** Page that tells an identified person why they cannot go on, or what follows. */
  paginaSituacion: (borrador: string) => string;
}

/** Document, names and date of issue, checked together against the identity registry. */
export const identidad = (o: DependenciasIdentidad) =>
  guion<Hechos, Contacto>()
    .parte('Su identidad')
    .paso(
      'documento',
      { nombre: 'Documento de identidad', pregunta: '¿Cuál es su documento de identidad?' },
      documentoDeInscripcion({
        rotulo: 'Documento',
        ejemplos: [
          { tipo: '13', numero: '52.418.906' },
          { tipo: '41', numero: 'AB123456' },
        ],
      }),
    )
    .paso(
      'nombres',
      { nombre: 'Nombres y apellidos', pregunta: '¿Cómo se llama?' },
      nombres({
        antes: 'Escriba sus nombres como están en el documento.',
        propios: true,
        rotulo: 'Nombre',
        ejemplos: [
          {
            primerApellido: 'Prueba',
            segundoApellido: 'De Ejemplo',
            primerNombre: 'Persona',
            otrosNombres: '',
          },
        ],
      }),
    )
    .paso(
      'fecha-expedicion',
      {
        nombre: 'Expedición del documento',
        pregunta: '¿Cuándo le expidieron el documento?',
        cumplido: (d) =>
          d.hechos.identidad?.clave === claveIdentidad(d) && d.hechos.situacion?.clave !== claveIdentidad(d),
        boton: 'Comprobar mi identidad',
        consultar: (v, d) =>
          consultarRegistro(o.registro, { ...d, respuestas: { ...d.respuestas, 'fecha-expedicion': v } }),
        alGuardar: (c, v, consultado) =>
          decidirIdentidad(o, c, v, consultado as RespuestaIdentidad | undefined),
        ejemplos: (d) => deEjemplo({ ...d.respuestas, 'fecha-expedicion': fecha('2014-03-27') }),
      },
      fechaDeExpedicion(o.reloj, {
        antes: (d) => <LoEscrito {...d.respuestas} />,
      }),
    );

/** The three things that must agree are before the eyes of whoever is told that they do not. */
function LoEscrito({ documento: suyo, nombres: suyos }: Partial<Identificacion>) {
  const filas = [
    { rotulo: 'Documento', valor: suyo && formatearDocumento(suyo.tipo, suyo.numero), paso: 'documento' },
    { rotulo: 'Nombre', valor: suyos && nombreCorrido(suyos), paso: 'nombres' },
  ];
  return (
    <>
      <p class="govuk-body">
        Con el número, los nombres y la fecha de expedición comprobamos que usted es quien dice ser. Deben ser
        los de su documento más reciente.
      </p>
      <ListaResumen
        filas={filas.map(({ rotulo, valor, paso }) => ({
          rotulo,
          valor,
          acciones: [{ href: paso, oculto: rotulo.toLowerCase() }],
        }))}
      />
    </>
  );
}

async function consultarRegistro(
  registro: RegistroIdentidad,
  d: DatosDeIdentidad,
): Promise<RespuestaIdentidad | undefined> {
  const { documento: suyo, nombres: suyos, 'fecha-expedicion': f } = d.respuestas;
  if (!suyo || !suyos || !f || d.hechos.solicitud) return undefined;
  return registro.comprobar({
    tipoDocumento: suyo.tipo,
    numero: suyo.numero,
    ...suyos,
    fechaExpedicion: f,
  });
}

async function decidirIdentidad(
  o: DependenciasIdentidad,
  c: Guardar,
  v: Fecha,
  respuesta: RespuestaIdentidad | undefined,
): Promise<Efecto<Hechos>> {
  const { hechos } = c.datos;
  const desvio = (motivo: string, nuevos: Partial<Hechos>): Efecto<Hechos> => ({
    tipo: 'desvio',
    a: o.paginaSituacion(c.borrador.idPublico),
    motivo: `tramites-rut.${motivo}`,
    hechos: nuevos,
    guardar: true,
  });
  if (hechos.solicitud) return desvio('solicitud-asistida', {});
  const datos: DatosDeIdentidad = { hechos, respuestas: { ...c.datos.respuestas, 'fecha-expedicion': v } };
  if (await superaIntentos(o, c.trx, datos)) {
    return {
      tipo: 'rechazado',
      campos: { fecha: 'Por seguridad, hoy no se puede intentar más con ese documento. Intente mañana.' },
    };
  }
  switch (respuesta?.tipo) {
    case 'coincide':
      return identificada(c, datos, respuesta.persona, desvio);
    case 'no-coincide':
      return fallo(c, datos, 'fallosIdentidad', 'identidad-no-comprobada', desvio);
    case 'no-disponible':
    case undefined:
      return fallo(c, datos, 'fallosRegistro', 'registro-no-disponible', desvio);
  }
}

type Desvio = (motivo: string, hechos: Partial<Hechos>) => Efecto<Hechos>;

/** Only now, with the identity proven, is anything said of the person. */
async function identificada(
  c: Guardar,
  datos: DatosDeIdentidad,
  persona: PersonaIdentificada,
  desvio: Desvio,
): Promise<Efecto<Hechos>> {
  const clave = claveIdentidad(datos);
  const { documento: suyo, correo } = datos.respuestas;
  const situacion = (tipo: NonNullable<Hechos['situacion']>['tipo']) =>
    desvio(tipo, { situacion: { clave, tipo } });
  if (persona.fallecida) return situacion('fallecida');
  if (!tieneEdadParaInscribirseEnLinea(persona.fechaNacimiento, c.trx.hoy)) return situacion('menor');
  if (suyo && (await hayInscrito(c.trx, suyo.tipo, suyo.numero))) return situacion('ya-inscrito');
  // What stopped another document or name no longer stands.
  const hechos: Partial<Hechos> = { identidad: { clave, persona }, situacion: undefined };
  if (correo && (await correoOcupado(c.trx, correo))) {
    return desvio('correo-en-uso', { ...hechos, correoEnUso: correo });
  }
  return { tipo: 'guardado', hechos };
}

const MENSAJES: Record<Motivo, string> = {
  'identidad-no-comprobada':
    'Los datos no coinciden con los del registro de identidad. Revise el número, los nombres y la fecha: deben ser los de su documento.',
  'registro-no-disponible':
    'El registro de identidad no responde en este momento. Lo que escribió está guardado: intente otra vez en unos minutos.',
};

async function fallo(
  c: Guardar,
  datos: DatosDeIdentidad,
  cuenta: 'fallosIdentidad' | 'fallosRegistro',
  motivo: Motivo,
  desvio: Desvio,
): Promise<Efecto<Hechos>> {
  const fallos = (datos.hechos[cuenta] ?? 0) + 1;
  if (fallos < REGLAS_IDENTIDAD.fallos) {
    const quedan = REGLAS_IDENTIDAD.fallos - fallos;
    const resto = quedan === 1 ? 'Le queda un intento.' : `Le quedan ${quedan} intentos.`;
    return {
      tipo: 'rechazado',
      hechos: { [cuenta]: fallos },
      campos: { fecha: `${MENSAJES[motivo]} ${resto}` },
    };
  }
  const solicitud = await crearSolicitudAsistida(c.trx, { borrador: c.borrador.id, motivo, datos });
  return desvio('solicitud-asistida', { [cuenta]: fallos, solicitud });
}

/** Trying dates for somebody else's document stops, however many drafts are opened for it. */
async function superaIntentos(
  o: DependenciasIdentidad,
  trx: Transaccion,
  d: DatosDeIdentidad,
): Promise<boolean> {
  const { tipo, numero } = d.respuestas.documento ?? {};
  const clave = o.claves.hmac('intento-identidad', `${tipo}-${numero}`);
  const cuenta = await llamar(trx, 'plataforma.contar_intento', {
    clave,
    ahora: trx.ahora,
    ventana: '1 day',
  });
  return (cuenta ?? 0) > REGLAS_IDENTIDAD.intentosPorDia;
}

const PERSONA: PersonaIdentificada = {
  primerApellido: 'Prueba',
  primerNombre: 'Persona',
  fechaNacimiento: fecha('1990-05-04'),
  fallecida: false,
};
/** The identity that answers to whatever document and names came before. */
const deEjemplo = (respuestas: Partial<Identificacion>) => [
  {
    escrito: EXPEDICION,
    hechos: { identidad: { clave: claveIdentidad({ respuestas, hechos: {} }), persona: PERSONA } },
  },
];
