import { fecha, type Fecha } from '@autogestion/normas/fechas';
import type { FilaIdentidad } from '../../cuentas/index.ts';
import datos from './datos/por-inscribir.json' with { type: 'json' };
import { personaDemo, type PersonaDemo } from './persona.ts';

/** Of the 200: 150 natural persons and 50 legal ones. */
export const NATURALES = 150;
export const JURIDICAS = 50;

/** Natural and legal persons whose registration an act changed, by their number in the list. */
export const SUSPENDIDOS = { naturales: [21, 47, 73, 99, 125], juridicas: [8, 31, 44] } as const;
export const CANCELADOS = { naturales: [22, 56, 90, 117], juridicas: [15, 38] } as const;

/** Somebody with whom to try the office. */
export interface CuentaDemo {
  muestra: string;
  tipoDocumento: string;
  numero: string;
  apellidos: string;
  nombres: string;
  fechaExpedicion: Fecha;
}

interface PorInscribir {
  muestra: string;
  tipoDocumento: string;
  numero: string;
  primerApellido: string;
  segundoApellido?: string;
  primerNombre: string;
  otrosNombres?: string;
  fechaNacimiento: string;
  fechaExpedicion: string;
  municipioExpedicion?: string;
  paisExpedicion?: string;
  fallecidaEn?: string;
}

const POR_INSCRIBIR: readonly PorInscribir[] = datos.personas;

/** Those of the identity registry who are not in the RUT yet. */
export function identidadesPorInscribir(): FilaIdentidad[] {
  return POR_INSCRIBIR.map((p) => ({
    tipo_documento: p.tipoDocumento,
    numero: p.numero,
    primer_apellido: p.primerApellido,
    segundo_apellido: p.segundoApellido ?? null,
    primer_nombre: p.primerNombre,
    otros_nombres: p.otrosNombres ?? null,
    fecha_expedicion: p.fechaExpedicion,
    municipio_expedicion: p.municipioExpedicion ?? null,
    pais_expedicion: p.paisExpedicion ?? null,
    fecha_nacimiento: p.fechaNacimiento,
    fallecida_en: p.fallecidaEn ?? null,
  }));
}

/** One of each kind: an ordinary registration and whatever can be out of the ordinary. */
export function cuentasPorInscribir(): CuentaDemo[] {
  const vistas = new Set<string>();
  return POR_INSCRIBIR.filter(({ muestra }) => !vistas.has(muestra) && vistas.add(muestra)).map((p) => ({
    muestra: p.muestra,
    tipoDocumento: p.tipoDocumento,
    numero: p.numero,
    apellidos: unir(p.primerApellido, p.segundoApellido),
    nombres: unir(p.primerNombre, p.otrosNombres),
    fechaExpedicion: fecha(p.fechaExpedicion),
  }));
}

/** Some of those already in the RUT, to sign in as. */
export function cuentasInscritas(): CuentaDemo[] {
  const cambiaron = new Set<number>([...SUSPENDIDOS.naturales, ...CANCELADOS.naturales]);
  const activas = Array.from({ length: NATURALES }, (_, i) => i + 1)
    .filter((n) => !cambiaron.has(n))
    .map(personaDemo);
  const primera = (como: (p: PersonaDemo) => boolean) => {
    const hallada = activas.find(como);
    if (!hallada) throw new Error('The demonstration lacks somebody that its summary names');
    return hallada;
  };
  const tiene = (p: PersonaDemo, codigo: string) =>
    p.registro.clasificacion.responsabilidades.includes(codigo);
  return [
    comoCuenta(
      'Trabaja con salario',
      primera((p) => p.oficio.actividad === '0010'),
    ),
    comoCuenta(
      'Tienda, no responsable de IVA',
      primera((p) => p.oficio.actividad === '4711' && tiene(p, '49')),
    ),
    comoCuenta(
      'Responsable de IVA',
      primera((p) => tiene(p, '48')),
    ),
    comoCuenta(
      'Inscrita con PPT',
      primera((p) => p.identidad.tipo_documento === '48'),
    ),
    comoCuenta('RUT suspendido', personaDemo(SUSPENDIDOS.naturales[0])),
    comoCuenta('RUT cancelado', personaDemo(CANCELADOS.naturales[0])),
  ];
}

function comoCuenta(muestra: string, { identidad: i }: PersonaDemo): CuentaDemo {
  return {
    muestra,
    tipoDocumento: i.tipo_documento,
    numero: i.numero,
    apellidos: unir(i.primer_apellido, i.segundo_apellido),
    nombres: unir(i.primer_nombre, i.otros_nombres),
    fechaExpedicion: fecha(i.fecha_expedicion),
  };
}

const unir = (...partes: (string | null | undefined)[]) => partes.filter(Boolean).join(' ');
