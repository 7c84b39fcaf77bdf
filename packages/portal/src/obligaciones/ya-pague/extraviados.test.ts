import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azarDe } from '../../../pruebas/fuzz/azar.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { EXTRAVIOS, extraviar, type CasoExtraviado } from '../../../pruebas/pagos-extraviados.ts';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { uuidv7 } from '../../plataforma/index.ts';
import { asentar } from '../libro/index.ts';
import { abonarLoHallado } from './abonar.ts';
import { buscarLoPagado, seHaceDeUnaVez, type Hallada, type Hallazgos } from './buscar.ts';
import { busquedaDe, guardarBusqueda } from './busquedas.ts';
import { asientosDe } from './mover.ts';

/** The thousand of normas know nothing of the database: these are posted in it. */
const CASOS = 80;

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** Of everybody: what each was charged, and all the money that entered and where it is. */
const cuentas = () =>
  o.consultar(`select
    (select jsonb_object_agg(titular_id, cargado) from (select o.titular_id,
        sum(case when a.debe_de = o.id then a.valor else -a.valor end) as cargado
      from obligaciones.asiento a join obligaciones.obligacion o on o.id in (a.debe_de, a.haber_de)
      where 'liquidado' in (a.debe, a.haber) group by 1) x) as impuesto,
    (select sum(valor) from obligaciones.asiento where debe = 'recaudo') as recibido,
    (select sum(case when haber in ('pagos', 'por-identificar') then valor else 0 end)
      - sum(case when debe in ('pagos', 'por-identificar') then valor else 0 end) from obligaciones.asiento) as pagado`);

const buscar = (c: CasoExtraviado): Promise<Hallazgos> =>
  o.oficina.enTransaccion(comoPersona(c.titular), (trx) =>
    buscarLoPagado(trx, { titular: c.titular, dicho: c.dicho }),
  );

const acierta = ({ verdad }: CasoExtraviado, primera: Hallada | undefined): boolean =>
  primera !== undefined &&
  primera.propuesta.obligacion === verdad?.obligacion &&
  primera.propuesta.pagos
    .map((p) => p.id)
    .toSorted()
    .join() === verdad.pagos.toSorted().join();

/** As it is accepted: by whoever asked, at once; or as two officials decide it. */
async function aceptar(c: CasoExtraviado, { libro }: Hallazgos, primera: Hallada): Promise<void> {
  const deuda = libro.obligaciones.find((x) => x.id === primera.propuesta.obligacion)?.idPublico ?? '';
  if (seHaceDeUnaVez(primera))
    await o.oficina.enTransaccion(comoPersona(c.titular), async (trx) => {
      const publico = await guardarBusqueda(trx, { clave: uuidv7(trx.ahora), dicho: c.dicho });
      const busqueda = await busquedaDe(trx, publico);
      return abonarLoHallado(trx, { titular: c.titular, busqueda, deuda, demostracion: true });
    });
  else
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      asentar(trx, {
        clase: primera.propuesta.causa === 'sin-dueno' ? 'identificacion' : 'reimputacion',
        origen: `prueba:${primera.propuesta.pagos[0]?.id ?? ''}`,
        asientos: asientosDe(primera.movimientos),
      }),
    );
}

describe(`${CASOS} pagos extraviados en el libro de verdad`, () => {
  it('se halla al menos el 95 %, ninguno equivocado va de primero, y lo de cada quien suma lo mismo', async () => {
    const fallos: unknown[] = [];
    const equivocados: unknown[] = [];
    const cambios: unknown[] = [];
    let deUnaVez = 0;
    for (let k = 0; k < CASOS; k++) {
      const clase = EXTRAVIOS[k % EXTRAVIOS.length] ?? 'anio';
      const c = await extraviar(o, azarDe(k + 1), clase);
      const hallazgos = await buscar(c);
      const [primera] = hallazgos.halladas;
      const visto = { k, clase, dicho: c.dicho, verdad: c.verdad, propuesta: primera?.propuesta };
      if (c.verdad && !acierta(c, primera)) fallos.push({ ...visto, porque: hallazgos.sinPropuesta });
      if (primera && !acierta(c, primera)) equivocados.push(visto);
      if (!primera || primera.movimientos.length === 0) continue;
      const antes = await cuentas();
      await aceptar(c, hallazgos, primera);
      if (seHaceDeUnaVez(primera)) deUnaVez += 1;
      if (JSON.stringify(await cuentas(), enTexto) !== JSON.stringify(antes, enTexto)) cambios.push(visto);
      const despues = await buscar(c);
      const movidos = primera.propuesta.pagos.map((p) => p.id);
      if (despues.halladas.some((h) => h.propuesta.pagos.some((p) => movidos.includes(p.id))))
        cambios.push(visto);
    }
    const porHallar = CASOS - CASOS / EXTRAVIOS.length;
    const hallados = porHallar - fallos.length;
    expect(equivocados).toEqual([]);
    expect(cambios).toEqual([]);
    expect(hallados / porHallar, JSON.stringify(fallos, enTexto, 1)).toBeGreaterThanOrEqual(0.95);
    expect(deUnaVez).toBeGreaterThan(0);
  });
});

const enTexto = (_: string, x: unknown) => (typeof x === 'bigint' ? String(x) : x);
