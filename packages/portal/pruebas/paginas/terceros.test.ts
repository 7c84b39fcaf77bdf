import { describe, expect, it } from 'vitest';
import { funcionario } from '../cuentas.ts';
import { deudoraSinDeudas, type Deudora } from '../oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { reclamar, reportar } from '../terceros.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let p: Deudora;
let empresa: Deudora;
let base: string;

const { rotas, seVen } = paseo(
  async () => ({ o: await abrirOficina() }),
  async (oficina) => {
    ({ o } = oficina);
    p = await deudoraSinDeudas(o);
    empresa = await deudoraSinDeudas(o);
    base = `/de/${p.inscrita.titular}`;
  },
);

const ve = async (quien: Deudora, camino: string, estado = 200) =>
  expect((await quien.n.ver(camino)).statusCode).toBe(estado);

describe('las páginas de lo que otros reportan', () => {
  it('lo reportado: nada, un año con topes y sin llegar, y otro cuyo formulario no se conoce', async () => {
    await ve(p, `${base}/reportado`);
    await ve(p, `${base}/reclamos`);
    const informante = { nit: empresa.inscrita.nit, nombre: 'Comercial Ficticia', cuenta: empresa.id };
    const suyo = { titular: p.id, informante };
    await reportar(o, {
      ...suyo,
      formato: '2276',
      campos: { pasa: 47_408_920, apos: 1_900_000, vare: 1_200_000 },
    });
    await reportar(o, { ...suyo, formato: '1019', campos: { sal: 3_000_000, vcred: 90_000_000 } });
    await reportar(o, { ...suyo, anio: 2019, formato: '1001', concepto: '5002', campos: { pago: 1_000 } });
    await ve(p, `${base}/reportado`);
    await ve(p, `${base}/reportado?anio=2019`);
    await ve(p, base);
  });

  it('«esto no es así»: la pregunta, con algo mal, y el caso con su nota', async () => {
    const { body } = await p.n.ver(`${base}/reportado`);
    const [, donde = ''] = /href="([^"]*\/no-es-asi)"/.exec(body) ?? [];
    await ve(p, donde);
    expect((await p.n.enviar(donde, { motivo: 'otro-valor', relato: 'corto' })).statusCode).toBe(422);
    const caso = await reclamar(p.n, p.inscrita.titular);
    await o.trabajar();
    await ve(p, caso);
    await p.n.enviar(`${caso}/nota`);
    await ve(p, caso);
    await ve(p, `${base}/reclamos`);
    await ve(p, `${base}/reportado`);
  });

  it('quien reportó: la cola, el caso, con algo mal y respondido; y la mesa', async () => {
    const cola = `/de/${empresa.inscrita.titular}/reclamos-recibidos`;
    await ve(empresa, `/de/${empresa.inscrita.titular}`);
    await ve(empresa, cola);
    const [caso = ''] = new RegExp(`${cola}/[0-9a-z]{26}`).exec(empresa.n.pagina?.body ?? '') ?? [];
    await ve(empresa, caso);
    expect((await empresa.n.enviar(caso, { razon: 'no' })).statusCode).toBe(422);
    await empresa.n.enviar(`${caso}/corrige`);
    await ve(empresa, caso);
    const mar = (await funcionario(o, { usuario: 'mar', roles: ['pqsrd'] })).n;
    expect((await mar.ver('/mesa/reclamos-de-terceros')).statusCode).toBe(200);
    const enMesa = `/mesa/reclamos-de-terceros/${caso.split('/').at(-1) ?? ''}`;
    expect((await mar.ver(enMesa)).statusCode).toBe(200);
    await mar.enviar(`${enMesa}/recordar`);
    await mar.seguir();
    await empresa.n.ver(caso);
    await empresa.n.enviar(caso, { razon: 'Lo revisamos y es correcto.' });
    await ve(empresa, caso);
  });
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await seVen()).toEqual({});
  });
});
