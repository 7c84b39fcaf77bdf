import { diasEntre } from '@autogestion/normas/fechas';
import { urgenciaEn } from '../../interfaz/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import type { DeQuien, LoSuyo } from '../../rut/index.ts';
import { claseDe } from '../clases/index.ts';
import { pendientesDePago } from '../cuenta/index.ts';
import { dePresentada } from '../llenar/index.ts';
import type { Declaracion } from '../presentar/index.ts';

/** What was signed and is not filed until it is paid whole, on the home of whoever signed it. */
export async function sinFormalizarHoy(
  trx: Transaccion,
  { base }: DeQuien,
  presentadas: readonly Declaracion[],
): Promise<LoSuyo> {
  const firmadas = presentadas.filter(
    (d) => claseDe(d.formulario).formalizaElPago !== undefined && d.reemplazadaPor === undefined,
  );
  if (firmadas.length === 0) return {};
  const pendiente = await pendientesDePago(trx);
  const titular = base.replace('/de/', '');
  return {
    pendientes: firmadas.filter(pendiente).map((d) => {
      const { nombre, formalizaElPago } = claseDe(d.formulario);
      return {
        titulo: `${nombre(d.anio, d.periodo)}: ${formalizaElPago?.estado.toLowerCase() ?? ''}`,
        detalle: `Ya la firmó, pero todavía no está presentada. ${formalizaElPago?.regla ?? ''}`,
        urgencia: d.vence < trx.hoy ? ('urgente' as const) : urgenciaEn(diasEntre(trx.hoy, d.vence)),
        marca: { dia: d.vence },
        accion: {
          href: dePresentada(titular, d.idPublico),
          texto: 'Ver',
          oculto: nombre(d.anio, d.periodo),
        },
      };
    }),
  };
}
