import { definidos } from '@autogestion/normas/definidos';
import { fecha, sumarAnios, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { seccionalDeMunicipio } from '@autogestion/normas/geografia';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import { nombrar } from '@autogestion/normas/poblacion';
import {
  proponerResponsabilidades,
  type HechosResponsabilidades,
  type Identificacion,
  type RegistroRut,
} from '@autogestion/normas/rut';
import type { FilaIdentidad } from '../../cuentas/index.ts';
import { azar, type Azar } from './azar.ts';
import lugares from './datos/lugares.json' with { type: 'json' };
import oficios from './datos/oficios.json' with { type: 'json' };
import {
  cedulaDeNadie,
  celularDeNadie,
  correoDeNadie,
  direccionDeNadie,
  pasaporteDeNadie,
  permisoDeNadie,
  veredaDeNadie,
} from './nadie.ts';

/** A natural person of the demonstration: their RUT, still without NIT when it comes from the range, and who they are. */
export interface PersonaDemo {
  /** `nit` and `dv` are absent for those whose document is not a cédula: the registry gives them the next one. */
  registro: Omit<RegistroRut, 'nit' | 'dv'> & { nit?: string; dv?: number };
  identidad: FilaIdentidad;
  oficio: (typeof oficios.oficios)[number];
}

const COLOMBIA = '169';
/** Everything that the demonstration tells happened before. */
const FIN = fecha('2025-12-31');
/** Year whose amounts the questions speak of; it changes no answer. */
const ANIO = 2026;
/** From these numbers on they have no cédula: cédula de extranjería or PPT, and then passport. */
const CON_PERMISO_DESDE = 139;
const CON_PASAPORTE_DESDE = 148;

/** The `n`-th person, counted from 1: always the same. */
export function personaDemo(n: number): PersonaDemo {
  const a = azar(`persona ${n}`);
  const nacimiento = a.fechaEntre(fecha('1950-01-01'), fecha('2004-12-31'));
  const identificacion = identificar(a, n, nacimiento);
  const oficio = a.elegirConPeso(oficios.oficios.filter((o) => sumarAnios(nacimiento, o.edad) < FIN));
  const lugar = a.elegirConPeso(lugares.lugares).municipio;
  const trabaja = !['0010', '0020', '0081'].includes(oficio.actividad);
  const establecimientos = trabaja ? (a.suerte(15) ? a.entero(2, 3) : 1) : 0;
  const hechos = responder(a, { oficio, lugar, establecimientos });
  const propuestas = proponerResponsabilidades(hechos);
  if (!propuestas.ok) throw new Error(propuestas.mensaje);
  const { nit, ...documento } = identificacion;
  return {
    oficio,
    identidad: comoFila(documento, nacimiento),
    registro: {
      tipoContribuyente: '2',
      ...(nit && { nit, dv: digitoDeVerificacion(nit) }),
      seccional: seccionalDe(lugar),
      identificacion: enMayusculas(documento),
      ubicacion: {
        pais: COLOMBIA,
        municipio: lugar,
        direccion: 'rural' in oficio ? veredaDeNadie(a) : direccionDeNadie(a),
        correo: correoDeNadie(`${documento.primerNombre} ${documento.primerApellido}`, n),
        telefono1: celularDeNadie(n),
      },
      clasificacion: {
        actividadPrincipal: {
          codigo: oficio.actividad,
          desde: a.fechaEntre(sumarAnios(nacimiento, oficio.edad), FIN),
        },
        otrasActividades: [],
        establecimientos,
        responsabilidades: propuestas.valor.map((p) => p.codigo),
        usuariosAduaneros: [],
      },
    },
  };
}

/** Box 12 of a municipality of the list. */
export function seccionalDe(codigoMunicipio: string): string {
  const asignada = seccionalDeMunicipio(codigoMunicipio);
  if (!asignada) throw new Error(`There is no municipality ${codigoMunicipio}`);
  return asignada.seccional.codigo;
}

type Documento = Required<
  Pick<Identificacion, 'tipoDocumento' | 'numero' | 'primerApellido' | 'primerNombre'>
> &
  Identificacion & { fechaExpedicion: Fecha; paisExpedicion: string };

function identificar(a: Azar, n: number, nacimiento: Fecha): Documento & { nit?: string } {
  const quien = nombrar(a);
  if (n >= CON_PASAPORTE_DESDE) return { ...quien, ...pasaporte(a, n) };
  if (n >= CON_PERMISO_DESDE) return { ...quien, ...permiso(a, n) };
  const numero = cedulaDeNadie(n);
  const mayoria = sumarAnios(nacimiento, 18);
  return {
    ...quien,
    nit: numero,
    tipoDocumento: '13',
    numero,
    fechaExpedicion: a.fechaEntre(mayoria, sumarDias(mayoria, 500)),
    paisExpedicion: COLOMBIA,
    municipioExpedicion: a.elegirConPeso(lugares.lugares).municipio,
  };
}

function permiso(a: Azar, n: number) {
  return {
    tipoDocumento: a.suerte(60) ? '48' : '22',
    numero: permisoDeNadie(n),
    fechaExpedicion: a.fechaEntre(fecha('2021-06-01'), FIN),
    paisExpedicion: COLOMBIA,
    municipioExpedicion: '11001',
  };
}

function pasaporte(a: Azar, n: number) {
  return {
    tipoDocumento: '41',
    numero: pasaporteDeNadie(n),
    fechaExpedicion: a.fechaEntre(fecha('2020-01-01'), FIN),
    // Ecuador, Spain, Peru.
    paisExpedicion: a.elegir(['239', '245', '589']),
  };
}

/** Answers to the questionnaire that fit the trade. Those that do not apply are ignored. */
function responder(
  a: Azar,
  o: { oficio: PersonaDemo['oficio']; lugar: string; establecimientos: number },
): HechosResponsabilidades {
  const grande = a.suerte(o.oficio.grande);
  return {
    actividades: [o.oficio.actividad],
    municipio: o.lugar,
    anio: ANIO,
    respuestas: {
      'vende-gravado': o.oficio.gravado,
      'tope-3500': grande,
      'varios-establecimientos': o.establecimientos > 1,
      franquicia: a.suerte(3),
      'usuario-aduanero': a.suerte(4),
      'debe-declarar-renta': grande || a.suerte(40),
    },
  };
}

/** Form 001 is printed in capitals. */
function enMayusculas(d: Documento): Identificacion {
  const m = (t: string) => t.toLocaleUpperCase('es-CO');
  return {
    ...d,
    primerApellido: m(d.primerApellido),
    ...definidos({ segundoApellido: d.segundoApellido ? m(d.segundoApellido) : undefined }),
    primerNombre: m(d.primerNombre),
    ...definidos({ otrosNombres: d.otrosNombres ? m(d.otrosNombres) : undefined }),
  };
}

function comoFila(d: Documento, nacimiento: Fecha): FilaIdentidad {
  return {
    tipo_documento: d.tipoDocumento,
    numero: d.numero,
    primer_apellido: d.primerApellido,
    segundo_apellido: d.segundoApellido ?? null,
    primer_nombre: d.primerNombre,
    otros_nombres: d.otrosNombres ?? null,
    fecha_expedicion: d.fechaExpedicion,
    municipio_expedicion: d.municipioExpedicion ?? null,
    pais_expedicion: d.paisExpedicion,
    fecha_nacimiento: nacimiento,
    fallecida_en: null,
  };
}
