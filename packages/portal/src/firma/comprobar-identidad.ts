import type { Fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import type { RegistroIdentidad } from '../cuentas/index.ts';
import { llamar, type Claves, type Peticion } from '../plataforma/index.ts';
import { rechazo, type Rechazo } from './errores.ts';

/** House rule, no legal source: dates tried in a day for one document. */
const INTENTOS_POR_DIA = 5;

/**
 * Whether whoever acts is the person of their RUT: the date of issue of the document, which is not in any page, must
 * be the identity registry's. The registry may be another office's: it is asked outside any transaction.
 */
export async function comprobarIdentidadParaFirma(
  p: Pick<Peticion, 'enTransaccion'>,
  o: { registro: RegistroIdentidad; claves: Claves },
  { identificacion: i }: RegistroRut,
  expedicion: Fecha,
): Promise<{ ok: true } | Rechazo> {
  const no = (mensaje: string) => rechazo('identidad', mensaje, { campo: 'expedicion' });
  const clave = o.claves.hmac('firma-identidad', `${i.tipoDocumento}-${i.numero}`);
  const intentos = await p.enTransaccion(async (trx) => {
    return (
      (await llamar(trx, 'plataforma.contar_intento', { clave, ahora: trx.ahora, ventana: '1 day' })) ?? 0
    );
  });
  if (intentos > INTENTOS_POR_DIA)
    return no(
      'Por seguridad, hoy no se puede intentar más. Intente mañana, o pida una cita de videoatención.',
    );
  const respuesta = await o.registro.comprobar({
    tipoDocumento: i.tipoDocumento ?? '',
    numero: i.numero ?? '',
    primerApellido: i.primerApellido ?? '',
    segundoApellido: i.segundoApellido,
    primerNombre: i.primerNombre ?? '',
    otrosNombres: i.otrosNombres,
    fechaExpedicion: expedicion,
  });
  switch (respuesta.tipo) {
    case 'coincide':
      return respuesta.persona.fallecida
        ? rechazo(
            'identidad',
            'El registro de identidad dice que la persona falleció: no se puede emitir la firma.',
          )
        : { ok: true };
    case 'no-coincide':
      return no('La fecha no coincide con la del registro de identidad. Revísela en su documento.');
    case 'no-disponible':
      return no('El registro de identidad no responde en este momento. Intente otra vez en unos minutos.');
  }
}
