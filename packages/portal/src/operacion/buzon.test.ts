import { describe, expect, it } from 'vitest';
import { abrirOficina } from '../../pruebas/oficina.ts';

describe('buzón de la demostración', () => {
  it('existe en la demostración sin correo de verdad, y busca por destino', async () => {
    const o = await abrirOficina();
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
