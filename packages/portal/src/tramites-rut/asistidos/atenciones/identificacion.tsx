import { definidos } from '@autogestion/normas/definidos';
import { cambiosDelRut, type RegistroRut } from '@autogestion/normas/rut';
import { nombres } from '../../../interfaz/preguntas/index.ts';
import {
  guion,
  rutasDeRecorrido,
  type Datos,
  type Recorrido,
  type RespuestasDe,
} from '../../../interfaz/recorrido/index.ts';
import type { Claves, Reloj } from '../../../plataforma/index.ts';
import { erroresDeTramitesRut } from '../../errores.ts';
import { documentoDeInscripcion, fechaDeExpedicion } from '../../inscripcion/index.ts';
import { presentarCambio, type HechosDeTitular } from '../atender.ts';
import { anotarCambioAsistido } from '../cambiar-registro.ts';
import { presentarAtencion } from '../presentar-atencion.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import {
  baseDeAtencion,
  caminoDeLaAtencion,
  GUARDADO,
  soloNaturales,
  type Tramitador,
} from '../tramitador.ts';
import { enElDocumento, identidadVista, lugarDeExpedicion } from './identidad-vista.tsx';

const COLOMBIA = '169';

/** Boxes 25 to 34 as the document says them. The NIT is given once and stays. */
function conIdentificacion(r: RegistroRut, d: Respuestas): RegistroRut {
  const mayusculas = (t: string) => t.toLocaleUpperCase('es-CO');
  const municipio = d['lugar-expedicion'];
  const { segundoApellido, otrosNombres } = d.nombres;
  const { nombreComercial, sigla, paisExpedicion } = r.identificacion;
  return {
    ...r,
    identificacion: {
      tipoDocumento: d.documento.tipo,
      numero: d.documento.numero,
      fechaExpedicion: d['fecha-expedicion'],
      ...(municipio
        ? { paisExpedicion: COLOMBIA, municipioExpedicion: municipio }
        : paisExpedicion && { paisExpedicion }),
      primerApellido: mayusculas(d.nombres.primerApellido),
      ...definidos({ segundoApellido: segundoApellido ? mayusculas(segundoApellido) : undefined }),
      primerNombre: mayusculas(d.nombres.primerNombre),
      ...definidos({
        otrosNombres: otrosNombres ? mayusculas(otrosNombres) : undefined,
        nombreComercial: nombreComercial || undefined,
        sigla: sigla || undefined,
      }),
    },
  };
}

const identificacionDe = (d: Datos<object, HechosDeTitular>) => d.hechos.registro?.identificacion ?? {};

/** Each page begins with what the RUT says today. */
const preguntas = (reloj: Reloj) =>
  guion<HechosDeTitular>()
    .parte('Lo que dice el documento')
    .paso(
      'documento',
      { nombre: 'Documento', pregunta: '¿Qué documento presenta?' },
      documentoDeInscripcion({
        hoy(d) {
          const { tipoDocumento: tipo, numero } = identificacionDe(d);
          return tipo && numero ? { tipo, numero } : undefined;
        },
      }),
    )
    .paso(
      'nombres',
      { nombre: 'Nombres', pregunta: '¿Qué nombres tiene el documento?' },
      nombres({
        clave: 'Nombre',
        decir: enElDocumento,
        hoy(d) {
          const {
            primerApellido = '',
            segundoApellido,
            primerNombre = '',
            otrosNombres,
          } = identificacionDe(d);
          return { primerApellido, primerNombre, ...definidos({ segundoApellido, otrosNombres }) };
        },
      }),
    )
    .paso(
      'fecha-expedicion',
      { nombre: 'Expedición', pregunta: '¿Cuándo se expidió?' },
      fechaDeExpedicion(reloj, { hoy: (d) => identificacionDe(d).fechaExpedicion }),
    )
    .paso(
      'lugar-expedicion',
      { nombre: 'Lugar', pregunta: '¿Dónde se expidió?' },
      lugarDeExpedicion({ hoy: (d) => identificacionDe(d).municipioExpedicion }),
    )
    .parte('Lo que usted comprobó')
    .paso(
      'identidad-vista',
      { nombre: 'Comprobación', pregunta: '¿Comprobó que es la persona?' },
      identidadVista(),
    );

type Respuestas = RespuestasDe<ReturnType<typeof preguntas>>;

function recorrido(reloj: Reloj): Recorrido<Respuestas, HechosDeTitular> {
  return {
    id: 'tramites-rut.asistido-identificacion',
    version: 1,
    titulo: 'Datos de identificación',
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: preguntas(reloj).pasos,
    revision: { titulo: 'Revise antes de presentárselo a la persona', boton: 'Presentar' },
    async terminar({ trx, datos: { respuestas, hechos } }) {
      const { titular, base, registro: antes } = hechos as HechosDeTitular;
      const registro = conIdentificacion(antes, respuestas);
      if (cambiosDelRut(antes, registro).length === 0) throw erroresDeTramitesRut.sinCambios();
      const presentacion = presentarCambio('Cambiar sus datos de identificación en el RUT', antes, registro, [
        'Son los de su documento original, que el funcionario vio.',
        'Su NIT no cambia. Desde ahora entra a la oficina con el documento que queda.',
      ]);
      const a = await presentarAtencion(trx, {
        clase: 'identificacion',
        titular,
        datos: { base, registro },
        presentacion,
        destino: antes.ubicacion.correo,
      });
      return { a: caminoDeLaAtencion(a.idPublico), resultado: {} };
    },
  };
}

export function datosDeIdentificacion(e: { claves: Claves; reloj: Reloj }): Tramitador {
  const def = recorrido(e.reloj);
  return {
    clase: {
      clase: 'identificacion',
      nombre: 'Datos de identificación',
      ayuda:
        'Nombres, tipo y número de documento, fecha y lugar de expedición. Con el documento original a la vista.',
      fundamento:
        'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 2',
      efecto: anotarCambioAsistido,
    },
    recorrido: def,
    deTitular: {
      impide: soloNaturales,
    },
    rutas: rutasDeRecorrido(def, {
      base: baseDeAtencion('identificacion'),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.atender,
      claves: e.claves,
    }),
  };
}
