import type { RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { escribirVersion, idPublicoDe } from '../../rut/index.ts';
import type { Atencion, Hecho } from './atencion.ts';

/** What an attention that changes the RUT keeps: the whole of what it will say, and over which version. */
export const CAMBIO = z.object({
  base: z.uuid(),
  registro: z.custom<RegistroRut>((v) => typeof v === 'object'),
});

/**
 * The version that the person accepted, as an update of theirs (concept 02), if the RUT is still the one that they were
 * shown.
 */
export async function anotarCambioAsistido(
  trx: Transaccion,
  a: Atencion,
): Promise<Hecho & { version: string }> {
  if (!a.titular) throw new TypeError('A change is of somebody who is registered');
  const { titular } = a;
  const { registro } = CAMBIO.parse(a.datos);
  const { version, radicado } = await escribirVersion(trx, {
    titular,
    registro,
    insertar: (v) =>
      llamar(trx, 'tramites_rut.anotar_version_asistida', {
        acto: a.id,
        version: v.id,
        formulario: v.formulario,
        registro: v.registro,
        radicado: v.radicado,
        hash: v.hash,
        ahora: trx.ahora,
      }),
  });
  return { titular, titularPublico: await idPublicoDe(trx, titular), radicado, version };
}
