import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escenaDeCasos, type EscenaDeCasos } from '../../pruebas/casos.ts';
import { navegadorDe } from '../../pruebas/firma.ts';
import type { Navegador } from '../../pruebas/navegador.ts';
import {
  adjuntarDePrueba,
  comoPersona,
  prepararDePrueba,
  radicarDePrueba,
  tipoDePrueba,
} from '../../pruebas/tramites.ts';
import { radicarCaso } from './radicar-caso.ts';
import { desistir } from './seguir-caso.ts';
import { descartarSolicitud } from './sin-presentar.ts';

const TIPO = 'prueba.unica';
let s: EscenaDeCasos;
let n: Navegador;
let de: string;
beforeAll(async () => {
  const { variosALaVez, ...unica } = tipoDePrueba({ tipo: TIPO, nombre: 'Trámite único' });
  expect(variosALaVez).toBe(true);
  s = await escenaDeCasos({}, unica);
  n = navegadorDe(s.o, s.ana);
  de = `/de/${s.ana.titular}`;
});
afterAll(() => s.o.cerrar());

const preparar = (pide: 'si' | 'no' = 'si') => prepararDePrueba(s.o, s.ana.titular, pide, TIPO);
const radicar = (id: string) =>
  s.como(comoPersona(s.anaId), (trx) =>
    radicarCaso(trx, {
      solicitud: { id, tipo: TIPO, titular: s.anaId, solicitud: { pide: 'si' } },
      demostracion: true,
    }),
  );
const retirar = (radicado: string) =>
  s.como(comoPersona(s.anaId), (trx) => desistir(trx, { radicado, titular: s.anaId, motivo: '' }));

describe('una solicitud de cada clase a la vez', () => {
  it('de varias iguales a la vez se radica una, y las demás dicen cuál; cuando termina, cabe otra', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => preparar()));
    const suerte = await Promise.allSettled(ids.map(({ id }) => radicar(id)));
    const radicadas = suerte.flatMap((r) => (r.status === 'fulfilled' ? [r.value.radicado] : []));
    expect(radicadas).toHaveLength(1);
    const [radicado = ''] = radicadas;
    for (const r of suerte)
      if (r.status === 'rejected')
        expect(r.reason).toMatchObject({
          codigo: 'tramites.ya-hay-una',
          seguir: { href: `${de}/tramites/${radicado}` },
        });
    // Another kind, and a kind of which there may be several, are not stopped.
    await radicarDePrueba(s.o, s.ana.titular);
    await radicarDePrueba(s.o, s.ana.titular);
    await retirar(radicado);
    const otra = await radicar((await preparar()).id);
    await retirar(otra.radicado);
  });

  it('la base, por sí sola, no admite dos', async () => {
    const radicado = (await radicar((await preparar()).id)).radicado;
    await expect(
      s.o.consultar(
        `insert into tramites.pendiente (caso_id, radicado, tipo, titular_id, rol, turno, estado, radicado_dia, vence, unico)
         select c.id, 'X', p.tipo, p.titular_id, p.rol, p.turno, p.estado, p.radicado_dia, p.vence, p.unico
         from tramites.pendiente p, tramites.caso c
         where p.radicado = $1 and c.id not in (select caso_id from tramites.pendiente) limit 1`,
        [radicado],
      ),
    ).rejects.toMatchObject({ constraint: 'pendiente_una_a_la_vez' });
    await retirar(radicado);
  });

  it('la que espera la firma dice que hay una en curso, con su enlace, y no está por firmar', async () => {
    const espera = await preparar();
    const radicado = (await radicar((await preparar()).id)).radicado;
    const pagina = (await n.ver(`${de}/solicitudes/${espera.idPublico}`)).body;
    expect(pagina).toContain('Ya tiene una en curso');
    expect(pagina).toContain(`href="${de}/tramites/${radicado}"`);
    expect(pagina).not.toContain('/firmar"');
    const firmar = await n.ver(`${de}/solicitudes/${espera.idPublico}/firmar`);
    expect(firmar.statusCode).toBe(409);
    expect(firmar.body).toContain(`<a href="${de}/tramites/${radicado}">`);
    expect((await n.ver(`${de}/tramites`)).body).toContain('No se pueden presentar');
    expect((await n.ver(de)).body).not.toContain('Por firmar: trámite único');
    // The home and the page of the RUT say that one is running.
    for (const camino of [de, `${de}/rut`]) expect((await n.ver(camino)).body).toContain(radicado);
    await retirar(radicado);
    expect((await n.ver(de)).body).toContain('Por firmar: trámite único');
    await n.ver(`${de}/tramites`);
    await n.enviar(`${de}/solicitudes/${espera.idPublico}/borrar`);
  });
});

describe('lo que no se presentó se puede borrar', () => {
  it('lo que no cumple no está por firmar; borrado, no está, no se firma y sus archivos tampoco están', async () => {
    const no = await preparar('no');
    await adjuntarDePrueba(s.o, no);
    const lista = (await n.ver(`${de}/tramites`)).body;
    expect(lista).toContain('No se pueden presentar');
    expect(lista.split('No se pueden presentar')[0]).not.toContain(no.idPublico);
    const camino = `${de}/solicitudes/${no.idPublico}`;
    const r = await n.enviar(`${camino}/borrar`);
    expect([r.statusCode, r.headers.location]).toEqual([303, `${de}/tramites`]);
    expect((await n.enviar(`${camino}/borrar`)).statusCode).toBe(303);
    expect((await n.ver(`${de}/tramites`)).body).not.toContain(no.idPublico);
    const borrada = await n.ver(camino);
    expect([borrada.statusCode, borrada.body.includes('Esta solicitud se borró')]).toEqual([409, true]);
    await expect(radicar(no.id)).rejects.toMatchObject({ codigo: 'tramites.descartada' });
    expect(await s.o.consultar('select 1 from tramites.adjunto where solicitud_id = $1', [no.id])).toEqual(
      [],
    );
  });

  it('firmada y borrada a la vez, o es un caso o está borrada', async () => {
    for (let vez = 0; vez < 4; vez++) {
      const { id, idPublico } = await preparar();
      const [caso, borrada] = await Promise.allSettled([
        radicar(id),
        s.como(comoPersona(s.anaId), (trx) =>
          descartarSolicitud(trx, { titular: s.anaId, solicitud: idPublico }),
        ),
      ]);
      expect([caso.status, borrada.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (caso.status === 'fulfilled') await retirar(caso.value.radicado);
    }
  });

  it('nadie borra la de otra persona', async () => {
    const { idPublico } = await preparar();
    const otra = s.o.navegador();
    await otra.ver('/');
    expect((await otra.enviar(`${de}/solicitudes/${idPublico}/borrar`)).statusCode).not.toBe(200);
    expect((await n.ver(`${de}/tramites`)).body).toContain(idPublico);
  });
});
