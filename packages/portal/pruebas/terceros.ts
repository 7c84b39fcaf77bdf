import { sembrarEntrega } from '../src/terceros/index.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

interface Reportado {
  /** Identifier of whom it is about, inside the database. */
  titular: string;
  anio?: number;
  informante?: { nit: string; nombre: string };
  formato: string;
  concepto?: string;
  campos: Readonly<Record<string, number>>;
}

const EMPLEADOR = { nit: '899999777', nombre: 'Panadería La Espiga' };

/** Somebody fictional reports something of a taxpayer. */
export async function reportar(o: OficinaDePrueba, r: Reportado): Promise<void> {
  const { anio = 2025, informante = EMPLEADOR, formato, concepto = '', campos } = r;
  await o.oficina.comoPropietario(SISTEMA, async (trx) =>
    sembrarEntrega(trx, {
      ...{ informante, formato, anio },
      registros: [{ tipo: '31', numero: await nitDe(o, r.titular), concepto, campos }],
    }),
  );
}

/** The same reporter delivers the format again, and it says only this of them: what it had said stands no more. */
export async function reemplazar(o: OficinaDePrueba, r: Reportado): Promise<void> {
  const { anio = 2025, informante = EMPLEADOR, formato, concepto = '', campos } = r;
  const [nueva] = await o.consultar<{ id: string }>(
    `insert into terceros.entrega (id, id_publico, titular_id, informante_nit, informante, ficticia, archivo, bytes, anio,
       reemplaza_id, empezada_en, leida_en, huella, formato, version, registros, total, errores, dudas, muestra, presentada_en)
     select gen_random_uuid(), substr(md5(v.id::text), 1, 26), v.titular_id, v.informante_nit, v.informante, true, v.archivo, 0,
       v.anio, v.id, $4, $4, v.huella, v.formato, v.version, 1, 0, 0, 0, '[]', $4
     from terceros.vigentes v where v.informante_nit = $1 and v.anio = $2 and v.formato = $3 returning id`,
    [informante.nit, anio, formato, o.reloj.ahora()],
  );
  if (!nueva) throw new Error('There is no delivery to be replaced');
  await o.consultar(
    `insert into terceros.registro (anio, numero, tipo, entrega_id, fila, concepto, campos) values ($1, $2, '31', $3, 1, $4, $5)`,
    [anio, await nitDe(o, r.titular), nueva.id, concepto, JSON.stringify(campos)],
  );
}

async function nitDe(o: OficinaDePrueba, titular: string): Promise<string> {
  const [t] = await o.consultar<{ nit: string }>('select nit from rut.titular where id = $1', [titular]);
  if (!t) throw new Error('There is no such taxpayer');
  return t.nit;
}
