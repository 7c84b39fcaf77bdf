import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comprobarIdentidad, hastaIdentidad, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

/** An identity registry that somebody else runs, and that can think before it answers. */
let servidor: Server;
let o: OficinaDePrueba;
let contestar: (dicho: Record<string, unknown>) => Promise<{ estado: number; cuerpo: string }>;
const recibidos: { autorizacion: string | undefined; dicho: Record<string, unknown> }[] = [];

const coincide = (dicho: Record<string, unknown>) => ({
  estado: 200,
  cuerpo: JSON.stringify({
    resultado: 'coincide',
    persona: {
      primerApellido: dicho.primerApellido,
      primerNombre: dicho.primerNombre,
      fechaNacimiento: '1990-05-04',
      fallecida: false,
    },
  }),
});

beforeAll(async () => {
  servidor = createServer((pedido, respuesta) => {
    const partes: Buffer[] = [];
    pedido.on('data', (p: Buffer) => partes.push(p));
    pedido.on('end', () => {
      const dicho = JSON.parse(Buffer.concat(partes).toString()) as Record<string, unknown>;
      recibidos.push({ autorizacion: pedido.headers.authorization, dicho });
      void contestar(dicho).then((r) =>
        respuesta.writeHead(r.estado, { 'content-type': 'application/json' }).end(r.cuerpo),
      );
    });
  });
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo));
  const { port } = servidor.address() as AddressInfo;
  o = await abrirOficina({ IDENTITY_URL: `http://127.0.0.1:${port}/comprobar`, IDENTITY_TOKEN: 'secreto' });
});
afterAll(async () => {
  await o.cerrar();
  await new Promise((listo) => servidor.close(listo));
});
beforeEach(() => {
  recibidos.length = 0;
  contestar = async (d) => coincide(d);
});

describe('registro de identidad por HTTP', () => {
  it('pregunta una vez, con su portador y lo que la persona dijo', async () => {
    const p = persona();
    expect((await comprobarIdentidad(await hastaIdentidad(o, p), '2014-03-27')).estado).toBe(200);
    expect(recibidos).toEqual([
      {
        autorizacion: 'Bearer secreto',
        dicho: {
          tipoDocumento: '13',
          numero: p.fila.numero,
          primerApellido: 'Muñoz',
          segundoApellido: 'Ficticia',
          primerNombre: 'Zoraida',
          fechaExpedicion: '2014-03-27',
        },
      },
    ]);
  });

  it('una fecha que no vale no molesta al registro', async () => {
    const b = await hastaIdentidad(o, persona());
    expect((await comprobarIdentidad(b, '2031-01-01')).estado).toBe(422);
    expect(recibidos).toEqual([]);
  });

  it.each([
    ['cae', async () => ({ estado: 503, cuerpo: '' })],
    ['contesta otra cosa', async () => ({ estado: 200, cuerpo: '{"resultado":"quizas"}' })],
    ['contesta a medias', async () => ({ estado: 200, cuerpo: '{"resultado":"coincide","persona":{}}' })],
    ['no contesta JSON', async () => ({ estado: 200, cuerpo: '<html>' })],
  ])(
    'si %s, se dice que no responde, no que los datos estén mal, y a la tercera hay solicitud',
    async (_que, malo) => {
      contestar = malo;
      const b = await hastaIdentidad(o, persona());
      for (let i = 0; i < 2; i++) {
        const r = await comprobarIdentidad(b, '2014-03-27');
        expect(r.estado).toBe(422);
        expect(JSON.stringify(r.cuerpo)).toContain('no responde en este momento');
      }
      expect(await comprobarIdentidad(b, '2014-03-27')).toMatchObject({
        estado: 409,
        cuerpo: { codigo: 'tramites-rut.solicitud-asistida' },
      });
      expect(
        await o.consultar(
          `select motivo from tramites_rut.solicitud_asistida s join interfaz.borrador b on b.id = s.borrador_id where b.id_publico = $1`,
          [b.borrador],
        ),
      ).toEqual([{ motivo: 'registro-no-disponible' }]);
    },
  );

  it('si vuelve antes de la tercera, se sigue', async () => {
    contestar = async () => ({ estado: 503, cuerpo: '' });
    const b = await hastaIdentidad(o, persona());
    await comprobarIdentidad(b, '2014-03-27');
    contestar = async (d) => coincide(d);
    expect((await comprobarIdentidad(b, '2014-03-27')).estado).toBe(200);
  });

  it('lo contestado por un documento no sirve para otro que entró mientras el registro pensaba', async () => {
    const victima = persona();
    const b = await hastaIdentidad(o, persona());
    let pensar: () => void = () => undefined;
    const pregunto = new Promise<void>((llego) => {
      contestar = async (d) => {
        llego();
        await new Promise<void>((seguir) => (pensar = seguir));
        return coincide(d);
      };
    });
    const lenta = comprobarIdentidad(b, '2014-03-27');
    await pregunto;
    expect((await b.guardar('documento', { tipo: '13', numero: victima.fila.numero })).estado).toBe(200);
    pensar();
    const r = await lenta;
    expect(r.estado).toBe(422);
    expect(JSON.stringify(r.cuerpo)).toContain('otra ventana');
    expect((await b.api.pedir('GET', b.base)).cuerpo).toMatchObject({ siguiente: 'fecha-expedicion' });
  });
});
