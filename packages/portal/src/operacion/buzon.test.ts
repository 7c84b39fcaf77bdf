import { describe, expect, it } from 'vitest';
import { abrirOficina } from '../../pruebas/oficina.ts';

describe('el buzón de la demostración', () => {
  it('existe en la demostración sin correo de verdad, y busca por destino', async () => {
    const o = await abrirOficina({ DEMO: '1' });
    try {
      for (const correo of ['una@ejemplo.co', 'otra@ejemplo.co']) {
        const n = o.navegador();
        await n.ver('/rut/inscripcion');
        await n.enviar('/rut/inscripcion');
        const base = n.pagina?.headers.location ?? '';
        await n.ver(`${base}/tratamiento-datos`);
        await n.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
        await n.seguir();
        await n.enviar(`${base}/correo`, { correo });
      }
      const n = o.navegador();
      const todos = await n.ver('/operacion/buzon');
      expect(todos.body).toContain('una@ejemplo.co');
      expect(todos.body).toContain(await o.codigo('otra@ejemplo.co'));
      const suyos = await n.enviar('/operacion/buzon', { destino: 'una@ejemplo.co' });
      expect(suyos.body).toContain(await o.codigo('una@ejemplo.co'));
      expect(suyos.body).not.toContain(await o.codigo('otra@ejemplo.co'));
    } finally {
      await o.cerrar();
    }
  });

  it('un código que venció antes de salir no está en él, y quien lo esperaba puede pedir otro', async () => {
    const o = await abrirOficina({ DEMO: '1' });
    try {
      const n = o.navegador();
      await n.ver('/rut/inscripcion');
      await n.enviar('/rut/inscripcion');
      const base = n.pagina?.headers.location ?? '';
      await n.ver(`${base}/tratamiento-datos`);
      await n.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
      await n.seguir();
      await n.enviar(`${base}/correo`, { correo: 'tarde@ejemplo.co' });
      const vencido = await o.codigo('tarde@ejemplo.co');
      o.reloj.avanzar(600_000);
      await o.trabajar();
      expect((await n.ver('/operacion/buzon')).body).toContain('No hay mensajes.');
      await n.ver(`${base}/codigo-correo`);
      const tarde = await n.enviar(`${base}/codigo-correo`, { codigo: vencido });
      expect([tarde.statusCode, tarde.body.includes('Ese código venció')]).toEqual([422, true]);
      await n.enviar(`${base}/codigo-correo`, { _accion: 'reenviar' });
      await o.trabajar();
      expect((await n.ver('/operacion/buzon')).body).toContain(await o.codigo('tarde@ejemplo.co'));
    } finally {
      await o.cerrar();
    }
  });

  it('sin DEMO escrita contesta a esta máquina y a nadie más, diga lo que diga quien pide', async () => {
    const o = await abrirOficina({ TRUST_PROXY: '10.0.0.0/8' });
    try {
      const pedir = async (method: 'GET' | 'POST', remoteAddress: string, cabeceras = {}) => {
        const headers = { 'sec-fetch-site': 'same-origin', ...cabeceras };
        return (await o.oficina.servidor.inject({ method, url: '/operacion/buzon', remoteAddress, headers }))
          .statusCode;
      };
      for (const metodo of ['GET', 'POST'] as const) {
        for (const cerca of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
          expect(await pedir(metodo, cerca)).toBe(200);
        expect(await pedir(metodo, '192.168.1.20')).toBe(404);
        expect(await pedir(metodo, '10.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
        expect(await pedir(metodo, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
      }
    } finally {
      await o.cerrar();
    }
  });

  it.each([
    ['con correo de verdad', { SMTP_URL: 'smtp://127.0.0.1:25' }],
    ['fuera de la demostración', { DEMO: '0' }],
  ])('%s no existe ni se ofrece', async (_que, entorno) => {
    const o = await abrirOficina(entorno);
    try {
      expect((await o.oficina.servidor.inject('/operacion/buzon')).statusCode).toBe(404);
      for (const camino of ['/', '/entrar'])
        expect((await o.oficina.servidor.inject(camino)).body).not.toContain('/operacion/buzon');
    } finally {
      await o.cerrar();
    }
  });
});
