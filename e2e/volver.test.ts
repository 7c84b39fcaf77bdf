import { describe, expect, it } from 'vitest';
import { escena } from './apoyo/escena.ts';

const e = escena(0);

describe('Atrás nunca pregunta si se envía otra vez', () => {
  it('después de un envío que se rechazó, vuelve a la página de esa dirección', async () => {
    const { pagina } = await e.visita({ javaScriptEnabled: true });
    await pagina.goto('/entrar');
    await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
    await pagina.getByRole('alert').waitFor();
    await pagina.getByRole('link', { name: 'Inscríbase' }).click();
    await pagina.waitForURL('**/rut/inscripcion');
    await pagina.goBack();
    expect(new URL(pagina.url()).pathname).toBe('/entrar');
    await pagina.getByRole('heading', { name: 'Entre con su documento' }).waitFor();
  });

  it('lo que se halló tiene una dirección, que no lleva el número', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { pagina } = await e.visita({ javaScriptEnabled });
      await pagina.goto('/rut/estado');
      await pagina.getByLabel('NIT o número de cédula').fill('1990999999');
      await pagina.keyboard.press('Enter');
      await pagina.getByText('Ese NIT no está en el RUT').waitFor();
      expect(pagina.url()).not.toContain('1990999999');
      await pagina.getByRole('link', { name: 'Ayuda' }).click();
      await pagina.goBack();
      await pagina.getByText('Ese NIT no está en el RUT').waitFor();
    }
  });
});
