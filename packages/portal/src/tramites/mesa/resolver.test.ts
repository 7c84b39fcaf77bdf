import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { comoPersona, radicarDePrueba } from '../../../pruebas/tramites.ts';
import { deLaMesa } from '../../../pruebas/verificados.ts';
import { casoPorRadicado, type Caso } from '../consultas.ts';
import { responderMensaje } from '../escribir-en-caso.ts';

let s: EscenaDeCasos;
let eva: Navegador;
beforeAll(async () => {
  s = await escenaDeCasos();
  eva = await deLaMesa(s.o, 'eva');
});
afterAll(() => s.o.cerrar());

const NOTA = 'Se buscó en el archivo y no hay.';

/** What a form of the page would send, as it is written. */
function escrito(body: string): Record<string, string> {
  const de = (campo: string) =>
    new RegExp(`<textarea[^>]*name="${campo}"[^>]*>([^<]*)`).exec(body)?.[1] ?? '';
  return {
    sentido: /name="sentido" value="([^"]+)"/.exec(body)?.[1] ?? '',
    razones: de('razones'),
    fundamento: de('fundamento'),
  };
}

/** A case that Eva has just taken, on screen. */
async function tomado(pide: 'si' | 'no' | 'quien-sabe', tipo?: string): Promise<string> {
  const radicado = await radicarDePrueba(s.o, s.ana.titular, pide, tipo);
  await eva.ver(`/mesa/tramites/${radicado}`);
  await eva.enviar(`/mesa/tramites/${radicado}/tomar`);
  await eva.seguir();
  return radicado;
}
/** A case with all that happened to it, also what its person does not see. */
async function entero(radicado: string): Promise<Caso> {
  const caso = await s.o.oficina.comoPropietario(SISTEMA, (trx) => casoPorRadicado(trx, radicado));
  if (!caso) throw new Error('The case is not there');
  return caso;
}
const hechos = async (radicado: string) => (await entero(radicado)).eventos.map((e) => e.hecho);

describe('una aprobación sencilla', () => {
  it('son cuatro acciones y dos páginas, sin JavaScript: tomar, marcar, decir dónde se buscó y aprobar', async () => {
    const [uno, dos] = [
      await radicarDePrueba(s.o, s.ana.titular, 'quien-sabe'),
      await radicarDePrueba(s.o, s.ana.titular, 'quien-sabe'),
    ];
    // Filed on the same day they are due on the same day, and then either may come first.
    await s.o.consultar('update tramites.pendiente set vence = vence + 1 where radicado = $1', [dos]);
    await eva.ver('/mesa/tramites');
    let [acciones, paginas] = [0, 0];
    const cargar = async () => {
      paginas++;
      return (await eva.seguir()).body;
    };
    acciones++;
    await eva.enviar('/mesa/tramites/siguiente', { rol: 'mesa-rut' });
    const caso = await cargar();
    expect(caso).toContain(uno);
    expect(caso).toContain('Anotar, aprobar y seguir');
    expect(caso).toContain('name="hallazgo-saber" value="no-hay"');
    acciones += 3;
    const r = await eva.enviar(`/mesa/tramites/${uno}/resolver`, {
      ...escrito(caso),
      'hallazgo-saber': 'no-hay',
      nota: NOTA,
      despues: 'siguiente',
    });
    expect(r.statusCode).toBe(303);
    const siguiente = await cargar();
    expect([acciones, paginas]).toEqual([4, 2]);
    expect(siguiente).toContain(`${uno}</a> quedó hecho`);
    expect(siguiente).toContain(`, ${dos}</h1>`);
    expect((await s.ver(uno)).marcha.estado).toBe('aprobada');
    await eva.enviar(`/mesa/tramites/${dos}/liberar`, { motivo: 'Otro día.' });
  });
});

describe('verificar y decidir a la vez', () => {
  it('lo uno y lo otro, o nada: lo que se encontró no deja aprobar, y lo escrito queda en la página', async () => {
    const radicado = await tomado('quien-sabe');
    const r = await eva.enviar(`/mesa/tramites/${radicado}/resolver`, {
      ...escrito(eva.pagina?.body ?? ''),
      razones: 'Lo que escribí con cuidado.',
      'hallazgo-saber': 'hay',
      nota: NOTA,
    });
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('No se puede aprobar');
    expect(r.body).toContain(NOTA);
    expect(r.body).toMatch(/name="hallazgo-saber" value="hay" checked/);
    expect(await hechos(radicado)).not.toContain('verificada');
  });

  it('sin decir dónde se buscó no se anota nada, y se dice', async () => {
    const radicado = await tomado('quien-sabe');
    for (const a of ['resolver', 'verificaciones']) {
      await eva.ver(`/mesa/tramites/${radicado}`);
      const r = await eva.enviar(`/mesa/tramites/${radicado}/${a}`, {
        ...escrito(eva.pagina?.body ?? ''),
        'hallazgo-saber': 'no-hay',
        nota: '',
      });
      expect([a, r.statusCode]).toEqual([a, 422]);
      expect(r.body).toContain('Diga dónde lo buscó y qué vio.');
    }
    expect(await hechos(radicado)).not.toContain('verificada');
  });

  it('anotar sin decidir deja lo marcado; lo que no es de este trámite no se anota', async () => {
    const radicado = await tomado('quien-sabe');
    const enviar = (campos: Record<string, string>) =>
      eva.enviar(`/mesa/tramites/${radicado}/verificaciones`, { nota: NOTA, ...campos });
    expect((await enviar({ 'hallazgo-otra-cosa': 'no-hay' })).statusCode).toBe(422);
    await eva.ver(`/mesa/tramites/${radicado}`);
    expect((await enviar({ 'hallazgo-saber': 'no-hay' })).statusCode).toBe(303);
    expect((await entero(radicado)).marcha.verificado).toEqual({ saber: 'no-hay' });
    expect((await eva.seguir()).body).toContain('>Aprobar y seguir<');
  });

  it('quien tiene que probar otra vez quién es vuelve con lo que había escrito', async () => {
    const radicado = await tomado('quien-sabe');
    const antes = escrito(eva.pagina?.body ?? '');
    s.o.reloj.avanzar(20 * 60_000);
    const r = await eva.enviar(`/mesa/tramites/${radicado}/resolver`, {
      ...antes,
      razones: 'Razones que costaron media hora.',
      'hallazgo-saber': 'no-hay',
      nota: NOTA,
    });
    expect(r.headers.location).toContain('/confirmar');
    const { body } = await eva.ver(`/mesa/tramites/${radicado}/resolver`);
    expect(body).toContain('Razones que costaron media hora.');
    expect(body).toContain(NOTA);
    expect(body).toMatch(/name="hallazgo-saber" value="no-hay" checked/);
  });
});

describe('la vista previa', () => {
  it('es el PDF que saldría, dice que es un borrador, y no decide nada', async () => {
    const radicado = await tomado('si');
    const r = await eva.enviar(`/mesa/tramites/${radicado}/vista-previa`, {
      ...escrito(eva.pagina?.body ?? ''),
      razones: 'Porque cumple lo que la norma pide.',
    });
    expect(r.headers['content-type']).toBe('application/pdf');
    expect(r.headers['content-disposition']).toContain('inline');
    const texto = await textoDePdf(r.rawPayload);
    expect(texto).toContain('Porque cumple lo que la norma pide.');
    expect(texto).toMatch(/Borrador/);
    expect((await s.ver(radicado)).marcha.turno).toBe('oficina');
    await s.o.trabajar();
    expect(await hechos(radicado)).not.toContain('decidida');
  });
});

describe('una nota interna', () => {
  it('la leen los funcionarios, se queda como está, y a la persona no le llega por ninguna parte', async () => {
    const radicado = await tomado('si', 'prueba.peticion');
    const texto = 'El contador llamó tres veces por esto.';
    const r = await eva.enviar(`/mesa/tramites/${radicado}/notas`, { interna: texto });
    expect(r.statusCode).toBe(303);
    expect((await eva.ver(`/mesa/tramites/${radicado}`)).body).toContain(texto);
    await s.o.trabajar();
    expect(await s.pagina(radicado)).not.toContain('contador');
    const mensajes = await s.o.consultar(`select 1 from plataforma.mensaje where texto like '%contador%'`);
    expect(mensajes).toEqual([]);
    await expect(s.o.consultar(`delete from tramites.evento where hecho = 'nota'`)).rejects.toThrow();
  });

  it('ni la base de datos se la da a la persona, ni dónde se buscó; y lo que ella escribe después se numera después', async () => {
    const radicado = await tomado('quien-sabe');
    await eva.enviar(`/mesa/tramites/${radicado}/verificar`, {
      que: 'saber',
      hallazgo: 'no-hay',
      nota: NOTA,
    });
    await eva.ver(`/mesa/tramites/${radicado}`);
    await eva.enviar(`/mesa/tramites/${radicado}/notas`, { interna: 'El contador llamó tres veces.' });
    const deEva = await eva.ver(`/mesa/tramites/${radicado}`);
    expect(deEva.body).toContain('El contador llamó');
    expect(deEva.body).toContain(NOTA);
    const vistos = await s.como(comoPersona(s.anaId), async (trx) => {
      const { rows } = await sql<{
        hecho: string;
        datos: unknown;
      }>`select hecho, datos from tramites.evento`.execute(trx.bd);
      return rows;
    });
    expect(vistos.map((v) => v.hecho)).toContain('radicada');
    expect(JSON.stringify(vistos)).not.toMatch(/contador|Se buscó en el archivo|"nota"/);
    await s.como(comoPersona(s.anaId), (trx) =>
      responderMensaje(trx, { radicado, titular: s.anaId, texto: '¿Cómo va?' }),
    );
    expect((await hechos(radicado)).slice(-3)).toEqual(['verificada', 'nota', 'mensaje']);
  });
});

describe('los documentos y las decisiones, al lado del caso', () => {
  it('un documento se lee en la página del caso, sin JavaScript, y solo en páginas de esta oficina', async () => {
    const radicado = await tomado('si');
    await s.o.trabajar();
    const { body, headers } = await eva.ver(`/mesa/tramites/${radicado}`);
    expect(headers['content-security-policy']).toContain("frame-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const visor = /<iframe src="([^"]+)" title="[^"]+" loading="lazy">/.exec(body)?.[1] ?? '';
    expect(visor).toBe(`/mesa/tramites/${radicado}/acuse/ver`);
    const visto = await eva.ver(visor);
    expect(visto.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline/) as string,
      'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
      'x-frame-options': 'SAMEORIGIN',
    });
    const bajado = await eva.ver(visor.replace(/\/ver$/, ''));
    expect(bajado.headers['content-disposition']).toMatch(/^attachment/);
    await eva.enviar(`/mesa/tramites/${radicado}/liberar`, { motivo: 'Otro día.' });
  });

  it.each(['negada', 'devuelta'])(
    '%s: se escribe junto a lo pedido, y se ve el PDF antes',
    async (sentido) => {
      const radicado = await tomado('no');
      const { statusCode, body } = await eva.ver(`/mesa/tramites/${radicado}/decidir/${sentido}`);
      expect([sentido, statusCode]).toEqual([sentido, 200]);
      for (const parte of ['class="caso__decide"', 'id="rut-al-lado"', 'id="caso-documentos"'])
        expect(body).toContain(parte);
      expect(body).toContain('id="caso-contenido"');
      const borrador = await eva.enviar(`/mesa/tramites/${radicado}/vista-previa`, {
        ...escrito(body),
        razones: 'No se cumple una condición.',
        fundamento: 'ET 437.',
      });
      expect([borrador.statusCode, borrador.headers['content-type']]).toEqual([200, 'application/pdf']);
      await eva.enviar(`/mesa/tramites/${radicado}/liberar`, { motivo: 'Otro día.' });
    },
  );
});
