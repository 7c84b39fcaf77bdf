import { auditarVarias, publicarVarios, type Transaccion } from '../../plataforma/index.ts';

interface PagoNuevo {
  id: string;
  recibo: string;
  valor: bigint;
  titular: string | null;
  novedades: readonly string[];
}

/** What follows from payments that were posted: the audit of whoever they are for, and their notices. */
export async function anunciarPagos(trx: Transaccion, pagos: readonly PagoNuevo[]): Promise<void> {
  await auditarVarias(
    trx,
    pagos.map(({ id, recibo, valor, titular, novedades }) => ({
      accion: 'obligaciones.registrar-pago',
      objeto: `pago:${id}`,
      ...(titular !== null && { persona: titular }),
      datos: { recibo, valor: String(valor), novedades },
    })),
  );
  // Of money that came without an owner there is nobody to tell.
  const deAlguien = pagos.filter((p) => p.titular !== null).map((p) => p.id);
  await publicarVarios(trx, 'obligaciones.pago-registrado', deAlguien);
}
