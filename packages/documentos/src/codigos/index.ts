export { codigoBarrasFormulario, codigoBarrasRecibo, digitoGs1, GLN_DEMOSTRACION } from './gs1.ts';
export { matrizQr } from './qr.ts';
