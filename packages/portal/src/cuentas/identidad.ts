import { definidos } from '@autogestion/normas/definidos';
import { nombreComparable, nombreEscrito } from '@autogestion/normas/texto';
import type { Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { ANONIMO, llamar, type EnTransaccion } from '../plataforma/index.ts';

/** What a person says of themselves to be recognised. */
interface DatosIdentidad {
  tipoDocumento: string;
  numero: string;
  primerApellido: string;
  segundoApellido?: string | undefined;
  primerNombre: string;
  otrosNombres?: string | undefined;
  fechaExpedicion: Fecha;
}

/** The person as the registry writes them. */
export interface PersonaIdentificada {
  primerApellido: string;
  segundoApellido?: string;
  primerNombre: string;
  otrosNombres?: string;
  fechaNacimiento: Fecha;
  fallecida: boolean;
  /** Five-digit DIVIPOLA code. */
  municipioExpedicion?: string;
  /** Three-digit DIAN country code. */
  paisExpedicion?: string;
}

export type RespuestaIdentidad =
  { tipo: 'coincide'; persona: PersonaIdentificada } | { tipo: 'no-coincide' } | { tipo: 'no-disponible' };

/** The identity registry: who a document belongs to. It never says which datum failed. */
export interface RegistroIdentidad {
  comprobar(d: DatosIdentidad): Promise<RespuestaIdentidad>;
}

/** Names compare as one name can be spelled (`nombreComparable`); a second name that the person left out is forgiven. */
function mismosNombres(dicho: DatosIdentidad, registro: PersonaIdentificada): boolean {
  const llano = (t: string | undefined) => nombreComparable(t ?? '');
  const igual = (a: string | undefined, b: string | undefined) => llano(a) === llano(b);
  const igualSiDijo = (a: string | undefined, b: string | undefined) => !a || igual(a, b);
  return (
    igual(dicho.primerApellido, registro.primerApellido) &&
    igual(dicho.primerNombre, registro.primerNombre) &&
    igualSiDijo(dicho.segundoApellido, registro.segundoApellido) &&
    igualSiDijo(dicho.otrosNombres, registro.otrosNombres)
  );
}

interface Fila {
  primer_apellido: string;
  segundo_apellido: string | null;
  primer_nombre: string;
  otros_nombres: string | null;
  fecha_expedicion: Fecha;
  municipio_expedicion: string | null;
  pais_expedicion: string | null;
  fecha_nacimiento: Fecha;
  fallecida_en: Fecha | null;
}

/** Local side: the imported file. */
export function registroLocal(enTransaccion: EnTransaccion): RegistroIdentidad {
  return {
    comprobar: (d) =>
      enTransaccion(ANONIMO, async (trx) => {
        const [f]: Fila[] = await llamar(trx, 'cuentas.persona_del_registro', {
          tipo: d.tipoDocumento,
          numero: d.numero,
        });
        if (!f) return { tipo: 'no-coincide' };
        const persona: PersonaIdentificada = {
          primerApellido: f.primer_apellido,
          primerNombre: f.primer_nombre,
          ...definidos({
            segundoApellido: f.segundo_apellido || undefined,
            otrosNombres: f.otros_nombres || undefined,
          }),
          fechaNacimiento: f.fecha_nacimiento,
          fallecida: f.fallecida_en !== null,
          ...definidos({
            municipioExpedicion: f.municipio_expedicion || undefined,
            paisExpedicion: f.pais_expedicion || undefined,
          }),
        };
        const coincide = mismosNombres(d, persona) && f.fecha_expedicion === d.fechaExpedicion;
        return coincide ? { tipo: 'coincide', persona } : { tipo: 'no-coincide' };
      }),
  };
}

const nombreDelRegistro = z.string().transform(nombreEscrito);

const RespuestaHttp = z.discriminatedUnion('resultado', [
  z.object({ resultado: z.literal('no-coincide') }),
  z.object({
    resultado: z.literal('coincide'),
    persona: z.object({
      primerApellido: nombreDelRegistro,
      segundoApellido: nombreDelRegistro.optional(),
      primerNombre: nombreDelRegistro,
      otrosNombres: nombreDelRegistro.optional(),
      fechaNacimiento: z.iso.date().transform((f) => f as Fecha),
      fallecida: z.boolean(),
      municipioExpedicion: z
        .string()
        .regex(/^\d{5}$/)
        .optional(),
      paisExpedicion: z
        .string()
        .regex(/^\d{3}$/)
        .optional(),
    }),
  }),
]);

/**
 * Real side: `POST` of `DatosIdentidad` as JSON with a bearer token; the answer is `{"resultado":"no-coincide"}` or
 * `{"resultado":"coincide","persona":{…}}`. Anything else, or silence for eight seconds, is "not available".
 */
export function registroPorHttp(url: string, token?: string): RegistroIdentidad {
  return {
    async comprobar(d) {
      try {
        const r = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...definidos({ authorization: token ? `Bearer ${token}` : undefined }),
          },
          body: JSON.stringify(d),
          signal: AbortSignal.timeout(8_000),
        });
        const leido = RespuestaHttp.safeParse(r.ok ? await r.json() : undefined);
        if (!leido.success) return { tipo: 'no-disponible' };
        const { data } = leido;
        return data.resultado === 'coincide'
          ? { tipo: 'coincide', persona: data.persona }
          : { tipo: 'no-coincide' };
      } catch {
        return { tipo: 'no-disponible' };
      }
    },
  };
}
