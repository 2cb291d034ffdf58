import { readTail } from '#store/audit/log-tail.js';
import { auditFolder } from './audit-folder.js';

export async function auditHead(flags: { readonly data?: string }): Promise<void> {
  const { folder } = await auditFolder(flags);
  const { number, hash } = await readTail(folder, null);
  console.log(`${number} ${hash}`);
}
