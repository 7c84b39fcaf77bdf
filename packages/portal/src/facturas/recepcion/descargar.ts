import { auditar, type Peticion, type Respuesta, type Transaccion } from '../../plataforma/index.ts';
import type { Entrega } from './entrega.ts';
import type { EntornoDeRecepcion } from './entorno.ts';

/** The original as it came, or the signed answer. @param p of who was let to see the delivery */
export async function archivoDeEntrega(
  p: Pick<Peticion, 'enTransaccion' | 'actor'>,
  e: Pick<EntornoDeRecepcion, 'archivos' | 'comoPropietario'>,
  entrega: Entrega,
  cual: 'original' | 'respuesta',
): Promise<Respuesta> {
  const id = cual === 'original' ? entrega.archivo : entrega.respuesta;
  // What an official delivered is of no taxpayer: row-level security shows the delivery, and its files are the office's.
  const obra = async (trx: Transaccion) => {
    await auditar(trx, { accion: `facturas.descargar-${cual}`, objeto: `entrega:${entrega.id}` });
    return e.archivos.leer(trx, id);
  };
  const deFuncionario = p.actor.tipo === 'funcionario';
  const { contenido } = await (deFuncionario ? e.comoPropietario(p.actor, obra) : p.enTransaccion(obra));
  return {
    tipo: 'archivo',
    contenido,
    media: 'application/xml',
    nombre: `${cual}-${entrega.numero ?? 'documento'}.xml`,
  };
}
