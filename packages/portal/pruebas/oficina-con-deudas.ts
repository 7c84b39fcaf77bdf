import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { fecha } from '@autogestion/normas/fechas';
import { abrirObligacion, asentar, cargo, pago, type Comprobante } from '../src/obligaciones/libro/index.ts';
import { idDe } from './cuentas.ts';
import { navegadorDe } from './firma.ts';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import { abrirOficina, type OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

/** Somebody in the RUT who owes, with a browser in which they are signed in. */
export interface Deudora {
  p: PersonaDePrueba;
  inscrita: Inscrita;
  /** Inside the database; in addresses it is `inscrita.titular`. */
  id: string;
  n: Navegador;
  /** `/de/<titular>/obligaciones` */
  base: string;
  /** The obligation of a tax, year and period, opened if it was not there: its identifier inside the database. */
  obligacion(concepto: CodigoDeConcepto, anio: number, periodo?: string): Promise<string>;
  /** Its public identifier, as in addresses. */
  publico(obligacion: string): Promise<string>;
  /** Posts as the owner, with an origin of its own unless told. @returns the voucher's number */
  asentar(c: Omit<Comprobante, 'origen'> & { origen?: string }): Promise<bigint>;
}

/**
 * An office where it is 2026-03-10 and somebody registered and signed in: owes renta of 2024 (10.000.000, due on
 * 2025-08-12) whose payment went to 2023, owes half of the IVA of sep-oct 2025 with a penalty, has paid the IVA of nov-dic
 * 2025, and the IVA of ene-feb 2026 falls due in seven days.
 */
export async function abrirOficinaConDeudas(
  entorno: Record<string, string> = {},
): Promise<{ o: OficinaDePrueba; d: Deudora }> {
  const o = await abrirOficina(entorno);
  const d = await deudoraSinDeudas(o);
  await endeudar(d);
  return { o, d };
}

/** Somebody else of that office, in the RUT and signed in, of whom the ledger has nothing. */
export async function deudoraSinDeudas(
  o: OficinaDePrueba,
  cambios: Parameters<typeof persona>[0] = {},
): Promise<Deudora> {
  const p = persona(cambios);
  return deudora(o, p, await inscribirPersona(o, p));
}

/** A debt of somebody who is in the RUT already. @returns its public identifier */
export async function deudaDePrueba(o: OficinaDePrueba, inscrita: Inscrita): Promise<string> {
  const d = await deudora(o, persona(), inscrita);
  await endeudar(d);
  return d.publico(await d.obligacion('renta', 2024));
}

async function deudora(o: OficinaDePrueba, p: PersonaDePrueba, inscrita: Inscrita): Promise<Deudora> {
  const id = await idDe(o, inscrita.titular);
  let hechos = 0;
  return {
    p,
    inscrita,
    id,
    n: navegadorDe(o, inscrita),
    base: `/de/${inscrita.titular}/obligaciones`,
    obligacion: (concepto, anio, periodo = 'anual') =>
      o.oficina.comoPropietario(SISTEMA, (trx) =>
        abrirObligacion(trx, { titular: id, concepto, anio, periodo }),
      ),
    async publico(obligacion) {
      const [f] = await o.consultar<{ id_publico: string }>(
        'select id_publico from obligaciones.obligacion where id = $1',
        [obligacion],
      );
      if (!f) throw new Error('There is no such obligation');
      return f.id_publico;
    },
    async asentar(c) {
      const origen = `prueba:${inscrita.titular}:${(hechos += 1)}`;
      const numero = await o.oficina.comoPropietario(SISTEMA, (trx) => asentar(trx, { origen, ...c }));
      if (numero === undefined) throw new Error('It was written before');
      return numero;
    },
  };
}

async function endeudar(d: Deudora): Promise<void> {
  const declarar = async (
    obligacion: string,
    {
      vence,
      valor,
      sancion,
      presentada = vence,
    }: { vence: string; valor: bigint; sancion?: bigint; presentada?: string },
  ) => {
    const comun = { obligacion, desde: fecha(presentada), vence: fecha(vence) };
    await d.asentar({
      clase: 'liquidacion',
      asientos: [
        cargo({ ...comun, rubro: 'impuesto', valor }),
        ...(sancion ? [cargo({ ...comun, rubro: 'sancion', valor: sancion })] : []),
      ],
    });
  };
  const pagar = (obligacion: string, valor: bigint, dia: string) =>
    d.asentar({ clase: 'pago', asientos: [pago(obligacion, valor, fecha(dia))] });

  await declarar(await d.obligacion('renta', 2024), { vence: '2025-08-12', valor: 10_000_000n });
  await pagar(await d.obligacion('renta', 2023), 10_000_000n, '2025-08-12');
  const sepOct = await d.obligacion('iva', 2025, 'sep-oct');
  await declarar(sepOct, { vence: '2025-11-12', valor: 1_200_000n, sancion: 498_000n });
  await pagar(sepOct, 849_000n, '2025-11-24');
  const novDic = await d.obligacion('iva', 2025, 'nov-dic');
  await declarar(novDic, { vence: '2026-01-13', valor: 640_000n });
  await pagar(novDic, 640_000n, '2026-01-13');
  await declarar(await d.obligacion('iva', 2026, 'ene-feb'), {
    vence: '2026-03-17',
    presentada: '2026-03-05',
    valor: 315_000n,
  });
}
