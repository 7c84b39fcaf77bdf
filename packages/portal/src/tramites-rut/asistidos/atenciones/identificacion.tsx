import { definidos } from '@autogestion/normas/definidos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { nombres } from '../../../interfaz/preguntas/index.ts';
import { guion, type Datos, type RespuestasDe } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { documentoDeInscripcion, fechaDeExpedicion } from '../../inscripcion/index.ts';
import type { HechosDeTitular } from '../atender.ts';
import { cambioDelRut, soloNaturales } from '../cambio-del-rut.ts';
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
        rotulo: 'Nombre',
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

export const datosDeIdentificacion = (reloj: Reloj) =>
  cambioDelRut({
    clase: 'identificacion',
    nombre: 'Datos de identificación',
    ayuda:
      'Nombres, tipo y número de documento, fecha y lugar de expedición. Con el documento original a la vista.',
    fundamento: 'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 2',
    titulo: 'Datos de identificación',
    preguntas: preguntas(reloj),
    impide: soloNaturales,
    despues: conIdentificacion,
    presentado: 'Cambiar sus datos de identificación en el RUT',
    acepta: () => [
      'Son los de su documento original, que el funcionario vio.',
      'Su NIT no cambia. Desde ahora entra a la oficina con el documento que queda.',
    ],
  });
