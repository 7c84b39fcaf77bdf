import { describe, expect, it } from 'vitest';
import { ErrorConfiguracion, leerConfig } from './index.ts';

function faltas(entorno: Record<string, string>): string[] {
  try {
    leerConfig(entorno);
    return [];
  } catch (error) {
    if (error instanceof ErrorConfiguracion) return error.faltas;
    throw error;
  }
}

describe('configuración', () => {
  it('sin variables: base embebida, demostración, buzón local y localhost:3000', () => {
    const c = leerConfig({});
    expect(c).toMatchObject({
      puerto: 3000,
      host: 'localhost',
      urlPublica: 'http://localhost:3000',
      conexiones: 20,
      demo: true,
      trabajadores: 2,
      proxyDeConfianza: false,
      nivelRegistro: 'info',
      produccion: false,
    });
    expect(c.directorioDatos).toMatch(/\/\.data$/);
    for (const nada of ['baseDeDatos', 'claveMaestra', 'smtp', 'sms', 's3', 'identidad', 'urlEstampado'])
      expect(c).not.toHaveProperty(nada);
  });

  it('una variable vacía es como si no estuviera', () => {
    expect(leerConfig({ PORT: '', DATABASE_URL: '', DEMO: '', LOG_LEVEL: '' })).toEqual(leerConfig({}));
  });

  it('con DATABASE_URL no hay demostración, salvo que se pida', () => {
    const DATABASE_URL = 'postgres://app@base/autogestion';
    expect(leerConfig({ DATABASE_URL }).demo).toBe(false);
    expect(leerConfig({ DATABASE_URL, DEMO: 'on' }).demo).toBe(true);
    expect(leerConfig({ DEMO: '0' }).demo).toBe(false);
  });

  it('sin DATABASE_OWNER_URL, un solo usuario es aplicación y propietario', () => {
    expect(leerConfig({ DATABASE_URL: 'postgresql://a@b/c' }).baseDeDatos).toEqual({
      urlAplicacion: 'postgresql://a@b/c',
      urlPropietario: 'postgresql://a@b/c',
    });
    expect(
      leerConfig({ DATABASE_URL: 'postgresql://a@b/c', DATABASE_OWNER_URL: 'postgresql://d@b/c' })
        .baseDeDatos,
    ).toEqual({ urlAplicacion: 'postgresql://a@b/c', urlPropietario: 'postgresql://d@b/c' });
  });

  it('la dirección pública sigue al puerto y no termina en barra', () => {
    expect(leerConfig({ PORT: '8080' }).urlPublica).toBe('http://localhost:8080');
    expect(leerConfig({ PUBLIC_URL: 'https://oficina.ejemplo/' }).urlPublica).toBe('https://oficina.ejemplo');
  });

  it('dice todas las faltas de una vez: las de cada variable y las de unas con otras', () => {
    const dichas = faltas({
      PORT: 'ochenta',
      LOG_LEVEL: 'mucho',
      MASTER_KEY: 'corta',
      DATABASE_OWNER_URL: 'postgres://d@b/c',
      S3_BUCKET: 'documentos',
      SMTP_URL: 'http://correo',
    });
    for (const variable of ['PORT', 'LOG_LEVEL', 'MASTER_KEY', 'DATABASE_URL', 'S3_ENDPOINT', 'SMTP_URL'])
      expect(dichas.map((f) => f.split(':')[0])).toContain(variable);
    expect(dichas).toHaveLength(6);
  });

  it('el mensaje trae las faltas, una por línea, y ningún secreto', () => {
    const error = new ErrorConfiguracion(faltas({ MASTER_KEY: 'secreto-mal-copiado', PORT: '70000' }));
    expect(error.message.split('\n')).toHaveLength(3);
    expect(error.message).toContain('2 faltas');
    expect(error.message).not.toContain('secreto-mal-copiado');
  });

  it('en producción con base propia exige la clave maestra', () => {
    const entorno = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a@b/c', DEMO: '1' };
    expect(faltas(entorno)[0]).toMatch(/^MASTER_KEY: falta/);
    expect(faltas({ ...entorno, MASTER_KEY: Buffer.alloc(32).toString('base64') })).toEqual([]);
  });

  it('en producción con base propia exige por dónde enviar los códigos, salvo en una demostración', () => {
    const entorno = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a@b/c',
      MASTER_KEY: Buffer.alloc(32).toString('base64'),
    };
    expect(faltas(entorno).map((f) => f.split(':')[0])).toEqual(['SMTP_URL', 'SMS_URL']);
    const envios = { SMTP_URL: 'smtp://correo.ejemplo', SMS_URL: 'https://sms.ejemplo' };
    expect(faltas({ ...entorno, ...envios })).toEqual([]);
    expect(faltas({ ...entorno, DEMO: 'on' })).toEqual([]);
  });

  it.each(['31', '33'])('una clave maestra de %s bytes no sirve', (bytes) => {
    expect(faltas({ MASTER_KEY: Buffer.alloc(Number(bytes)).toString('base64') })[0]).toMatch(/^MASTER_KEY/);
  });

  it.each([
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', 'cualquiera'],
    ['PORT', '-1'],
    ['DATABASE_POOL', '1'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['PUBLIC_URL', 'oficina.ejemplo'],
    ['DEMO', 'quizás'],
    ['WORKERS', '1.5'],
  ])('%s=%s es una falta', (variable, valor) => {
    expect(faltas({ [variable]: valor })).toHaveLength(1);
  });

  it.each(['loopback', '10.0.0.0/8', '127.0.0.1,10.0.0.0/8', '::1/128'])(
    'TRUST_PROXY=%s nombra de quién se fía',
    (v) => {
      expect(leerConfig({ TRUST_PROXY: v }).proxyDeConfianza).toBe(v);
    },
  );

  it('S3: completo, y sin región es us-east-1', () => {
    expect(
      leerConfig({
        S3_ENDPOINT: 'http://s3:9000',
        S3_BUCKET: 'b',
        S3_ACCESS_KEY_ID: 'k',
        S3_SECRET_ACCESS_KEY: 's',
      }).s3,
    ).toEqual({ endpoint: 'http://s3:9000', region: 'us-east-1', bucket: 'b', idLlave: 'k', secreto: 's' });
  });
});
