import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leido } from '../../../pruebas/leido.ts';
import { deudoraSinDeudas, type Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { reemplazar, reportar } from '../../../pruebas/terceros.ts';

let o: OficinaDePrueba;
let d: Deudora;
let base: string;
const BANCO = { nit: '860002964', nombre: '=Banco "Ficticio" & Cía' };
beforeAll(async () => {
  o = await abrirOficina();
  d = await deudoraSinDeudas(o);
  base = `/de/${d.inscrita.titular}/reportado`;
  const de = { titular: d.id };
  await reportar(o, { ...de, formato: '2276', campos: { pasa: 47_408_920, vare: 1_200_000 } });
  await reportar(o, {
    ...de,
    informante: BANCO,
    formato: '1019',
    campos: { sal: 5_000_000, vcred: 80_000_000 },
  });
  await reportar(o, { ...de, anio: 2024, formato: '1001', concepto: '5002', campos: { pago: 9_000_000 } });
});
afterAll(() => o.cerrar());

const pagina = async (donde = base) => leido((await d.n.ver(donde)).body);

describe('información reportada por terceros', () => {
  it('dice quién reportó qué, a qué casilla iría y cuánto le falta para tener que declarar', async () => {
    const dice = await pagina();
    expect(dice).toContain('Del año 2025, 2 personas o entidades reportaron 2 datos de usted.');
    expect(dice).toContain('llega al tope de movimiento en cuentas: tiene que declarar renta');
    expect(dice).toContain('Panadería La Espiga, NIT 899.999.777');
    expect(dice).toMatch(
      /Pagos por salarios \$ 47\.408\.920 Casilla 32, ingresos brutos de las rentas de trabajo/,
    );
    expect(dice).toContain('68 %');
    expect(dice).toContain('Consumos con tarjeta de crédito Sin valor conocido');
    expect(dice).toContain('Es una ayuda, no su declaración');
  });

  it('cada año tiene lo suyo, y de uno sin nada se dice; otro año escrito mal no se inventa', async () => {
    const dice = await pagina(`${base}?anio=2024`);
    expect(dice).toContain('Del año 2024, una persona o entidad reportó un dato de usted.');
    expect(dice).toContain('Lo reportado de 2025');
    expect(await pagina(`${base}?anio=2021`)).toContain(
      'Nadie ha reportado todavía nada de usted del año 2021',
    );
    expect((await d.n.ver(`${base}?anio=hoy`)).statusCode).toBe(422);
  });

  it('lo de otra persona no se ve', async () => {
    const otra = await deudoraSinDeudas(o);
    expect((await otra.n.ver(base)).statusCode).toBe(404);
    expect(leido((await otra.n.ver(`/de/${otra.inscrita.titular}/reportado`)).body)).toContain(
      'Nadie ha reportado',
    );
  });

  it('cuando quien reporta reemplaza su entrega, solo se ve lo nuevo', async () => {
    const otra = await deudoraSinDeudas(o);
    const suyo = {
      titular: otra.id,
      informante: { nit: '899999790', nombre: 'Lechería' },
      formato: '1001',
      concepto: '5002',
    };
    const donde = `/de/${otra.inscrita.titular}/reportado`;
    const dice = async () => leido((await otra.n.ver(donde)).body);
    await reportar(o, { ...suyo, campos: { pago: 8_000_000 } });
    expect(await dice()).toContain('$ 8.000.000');
    await reemplazar(o, { ...suyo, campos: { pago: 800_000 } });
    expect(await dice()).toContain('$ 800.000');
    expect(await dice()).not.toContain('$ 8.000.000');
  });

  it('se descarga en Excel, y queda anotado', async () => {
    const r = await d.n.ver(`${base}/reporte.xlsx?anio=2025`);
    expect(r.headers['content-disposition']).toContain('informacion-reportada-2025.xlsx');
    expect(r.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const [anotado] = await o.consultar(
      `select 1 from plataforma.auditoria where accion = 'terceros.descargar-reportado' and persona_id = $1`,
      [d.id],
    );
    expect(anotado).toBeDefined();
  });

  it('por programa lo mismo: topes, reportes y casillas', async () => {
    const api = o.api();
    api.token = d.inscrita.token;
    const { estado, cuerpo } = await api.pedir<Record<string, unknown>>('GET', `${base}?anio=2025`);
    expect(estado).toBe(200);
    expect(cuerpo).toMatchObject({
      anio: 2025,
      anios: [2025, 2024],
      topes: [
        { nombre: 'Ingresos', reportado: 47_408_920, porcentaje: 68, obliga: false },
        { nombre: 'Patrimonio', reportado: 0 },
        { nombre: 'Consumos con tarjeta de crédito', reportado: null, obliga: null },
        { nombre: 'Movimiento en cuentas', reportado: 80_000_000, obliga: true },
        { nombre: 'Compras', reportado: 0 },
      ],
      reportes: [
        { informante: BANCO, formato: '1019' },
        {
          formato: '2276',
          datos: [
            { campo: 'pasa', valor: 47_408_920, casillas: ['32'] },
            { campo: 'vare', valor: 1_200_000, casillas: ['132'] },
          ],
        },
      ],
    });
    expect((await api.pedir('GET', `${base}?anio=25`)).estado).toBe(422);
  });
});
